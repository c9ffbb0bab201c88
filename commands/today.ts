import { z } from 'zod';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import {
  askUntilWhen,
  askWhichAreKnown,
  askWhichToFocus,
  changePick,
  focusOnPick,
  markKnown,
  putOffPicks,
  showMorePicks,
  showOtherPicks,
  showPicks,
} from '../src/handlers/suggestions/today.ts';
import {
  chooseHour,
  pause,
  remindBy,
  reminderPanel,
  resume,
  stop,
  stoppedNote,
} from '../src/handlers/reminders.ts';
import { topicWithId } from '../src/handlers/topics/named.ts';
import { carriedNumber } from '../src/view/custom-id.ts';
import { localised } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

const step = z.enum(['start', 'done', 'pause']);
const way = z.enum(['dm', 'mention']);

/** `/today`: the member's own suggestions, what they can do with them, and a daily reminder of them. */
export const today: Command = {
  data: {
    name: 'today',
    ...localised((words) => words.commands.today),
    ...forEverybody,
    options: [roadmapOption],
  },
  execute: async (call) => showPicks(call, await stoppedNote(call)),
  complete: withRoadmaps(),
  asks: ['picks-later', 'picks-known', 'picks-focus'],
  presses: {
    today: (call) => showPicks(call),
    swap: showOtherPicks,
    'more-picks': showMorePicks,
    /** `pick:<start|done|pause>:<topic>` */
    pick: (call) => changePick(call, topicWithId(call, call.args[1]), argument(step, call.args[0])),
    /** `picks-later`, or `picks-later:<what was typed before>` */
    'picks-later': (call) => askUntilWhen(call, call.args[0]),
    'picks-known': askWhichAreKnown,
    'picks-focus': askWhichToFocus,
    /** `remind`, or `remind:<dm|mention>` */
    remind: (call) =>
      call.args[0] === undefined ? reminderPanel(call) : remindBy(call, argument(way, call.args[0])),
    'remind-hour': (call) => chooseHour(call, argument(carriedNumber, call.values[0])),
    'remind-pause': pause,
    'remind-resume': resume,
    /** `remind-stop`, or `remind-stop:<reminder>` from a reminder. */
    'remind-stop': stop,
  },
  forms: {
    /** `picks-later`, or `picks-later:<topic>` if there was only one topic. */
    'picks-later': putOffPicks,
    'picks-known': markKnown,
    'picks-focus': focusOnPick,
  },
};
