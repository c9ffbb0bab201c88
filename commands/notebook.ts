import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { exportNotebook } from '../src/handlers/notebook.ts';
import { localised } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

/** `/notebook export`: everything that the member has written, as files. */
export const notebook: Command = {
  data: {
    name: 'notebook',
    ...localised((words) => words.commands.notebook),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'export',
        ...localised((words) => words.commands.notebookExport),
        options: [roadmapOption],
      },
    ],
  },
  execute: exportNotebook,
  complete: withRoadmaps(),
};
