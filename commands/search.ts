import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import { searchFor, turnPage } from '../src/handlers/search.ts';
import { CARRIED_BYTES, carriedNumber } from '../src/view/custom-id.ts';
import { localised } from '../src/words/localised.ts';

/** `/search words:`: searches the member's own proofs, and those shared with the group of the server. */
export const search: Command = {
  data: {
    name: 'search',
    ...localised((words) => words.commands.search),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        ...localised((words) => words.commands.searchWords),
        required: true,
        min_length: 1,
        // As many letters as a button's id carries bytes; a few of them may take more.
        max_length: CARRIED_BYTES,
      },
    ],
  },
  execute: (call) => searchFor(call, call.options.getString('words', true)),
  presses: {
    /** `search:<page>:<what was typed>` */
    search: (call) => turnPage(call, call.args[1] ?? '', argument(carriedNumber, call.args[0])),
  },
};
