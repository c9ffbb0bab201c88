import { ApplicationCommandOptionType } from 'discord.js';
import { tell } from '../src/discord/answer.ts';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { writeNotebook } from '../src/handlers/notebook/notebook.ts';
import { notebookOf } from '../src/store/notebooks.ts';
import { notebookTopics } from '../src/study/notebook.ts';
import { emptyNotebookView, notebookView, notebookWords } from '../src/view/notebook.ts';
import { localised } from '../src/words/localised.ts';

/** `/notebook export`: what one has written, to take along. */
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
      },
    ],
  },
  async execute({ app, roadmap, userId, words, timeZone }) {
    const pieces = await notebookOf(app.db, userId, roadmap.id);
    if (pieces.length === 0) return tell(emptyNotebookView(words));
    const own = notebookWords(words, roadmap, timeZone);
    return tell(notebookView(words, await writeNotebook(notebookTopics(roadmap.byId, pieces), own)));
  },
};
