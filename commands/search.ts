import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { searchFor, turnPage } from '../src/handlers/search.ts';
import { CARRIED_BYTES } from '../src/view/custom-id.ts';
import { localised } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

/** `/search words: roadmap:`: searches the member's own proofs, and those shared with the group of the server. */
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
        // The typed text goes into a button's id, which takes so many bytes. Some letters take several bytes; longer
        // texts are cut.
        max_length: CARRIED_BYTES,
      },
      roadmapOption,
    ],
  },
  execute: (call) => {
    const isWithin = (call.options.getString('roadmap') ?? '').trim() !== '';
    return searchFor(call, call.options.getString('words', true), isWithin ? 'within' : 'search');
  },
  complete: withRoadmaps(),
  presses: {
    /** `search:<page>:<what was typed>` */
    search: (call) => turnPage(call, 'search'),
    /** `within:<page>:<what was typed>`: only in the button's roadmap. */
    within: (call) => turnPage(call, 'within'),
  },
};
