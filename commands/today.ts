import { z } from 'zod';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import {
  askUntilWhen,
  askWhichAreKnown,
  changePick,
  markKnown,
  putOffPicks,
  showMorePicks,
  showOtherPicks,
  showPicks,
} from '../src/handlers/suggestions/today.ts';
import { topicWithId } from '../src/handlers/topics/named.ts';
import { localised } from '../src/words/localised.ts';

const step = z.enum(['start', 'done']);

/** `/today`: the member's own suggestions, and what they can do with them. */
export const today: Command = {
  data: { name: 'today', ...localised((words) => words.commands.today), ...forEverybody },
  execute: (call) => showPicks(call),
  asks: ['picks-later', 'picks-known'],
  presses: {
    today: (call) => showPicks(call),
    swap: showOtherPicks,
    'more-picks': showMorePicks,
    /** `pick:<start|done>:<topic>` */
    pick: (call) => changePick(call, topicWithId(call, call.args[1]), argument(step, call.args[0])),
    /** `picks-later`, or `picks-later:<what was typed before>` */
    'picks-later': (call) => askUntilWhen(call, call.args[0]),
    'picks-known': askWhichAreKnown,
  },
  forms: {
    'picks-later': putOffPicks,
    'picks-known': markKnown,
  },
};
