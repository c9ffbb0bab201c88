import { ApplicationCommandOptionType } from 'discord.js';
import { tell } from '../src/discord/answer.ts';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { notebookOf } from '../src/store/notebooks.ts';
import { notebookView } from '../src/view/notebook.ts';
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
  async execute({ app, book, userId, words, timeZone }) {
    const pieces = await notebookOf(app.db, userId, book.id);
    return tell(notebookView(words, book, pieces, timeZone));
  },
};
