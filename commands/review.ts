import { z } from 'zod';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import { askNext, putOff, rate, reveal, takeBackAnswer } from '../src/handlers/review/answers.ts';
import { chooseHour, mute, remindBy, reminderPanel, stoppedNote } from '../src/handlers/review/reminders.ts';
import { carriedNumber } from '../src/view/custom-id.ts';
import { localised } from '../src/words/localised.ts';

const way = z.enum(['dm', 'mention']);

/** `/review`: the due reviews, one at a time, and the choice of reminders. */
export const review: Command = {
  data: { name: 'review', ...localised((words) => words.commands.review), ...forEverybody },
  execute: async (call) => askNext(call, await stoppedNote(call)),
  presses: {
    /** `review`, or `review:<topic>` for that one, if it is due. */
    review: (call) => askNext(call, null, call.args[0]),
    /** `review-show:<topic>:<reps>` */
    'review-show': (call) => reveal(call, call.args),
    /** `review-rate:<grade>:<topic>:<reps>` */
    'review-rate': (call) => rate(call, call.args[0], call.args.slice(1)),
    /** `review-later:<topic>:<reps>` */
    'review-later': (call) => putOff(call, call.args),
    /** `review-undo:<answer>` */
    'review-undo': (call) => takeBackAnswer(call, argument(z.string(), call.args[0])),
    /** `review-remind`, or `review-remind:<dm|mention>` */
    'review-remind': (call) =>
      call.args[0] === undefined ? reminderPanel(call) : remindBy(call, argument(way, call.args[0])),
    'review-hour': (call) => chooseHour(call, argument(carriedNumber, call.values[0])),
    /** `review-mute`, or `review-mute:<reminder>` under the reminder itself. */
    'review-mute': mute,
  },
};
