import { z } from 'zod';
import type { Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { argument } from '../src/discord/refusal.ts';
import { askNext, putOff, rate, reveal, undoAnswer } from '../src/handlers/review/answers.ts';
import { askOther, lend, revealOther, showOthers } from '../src/handlers/review/others.ts';
import { stoppedNote } from '../src/handlers/reminders.ts';
import { localised } from '../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './parts/roadmap-option.ts';

/** `/review`: the reviews that are due, one at a time. */
export const review: Command = {
  data: {
    name: 'review',
    ...localised((words) => words.commands.review),
    ...forEverybody,
    options: [roadmapOption],
  },
  execute: async (call) => askNext(call, await stoppedNote(call)),
  complete: withRoadmaps(),
  presses: {
    /** `review`, or `review:<topic>` for this topic if it is due. */
    review: (call) => askNext(call, null, call.args[0]),
    /** `review-show:<topic>:<reps>` */
    'review-show': (call) => reveal(call, call.args),
    /** `review-rate:<grade>:<topic>:<reps>` */
    'review-rate': (call) => rate(call, call.args[0], call.args.slice(1)),
    /** `review-later:<topic>:<reps>` */
    'review-later': (call) => putOff(call, call.args),
    'review-others': showOthers,
    /** `review-other:<place>`, `review-other-show:<place>:<work>`, `review-lend:<0|1>` */
    'review-other': askOther,
    'review-other-show': revealOther,
    'review-lend': lend,
    /** `review-undo:<answer>` */
    'review-undo': (call) => undoAnswer(call, argument(z.string(), call.args[0])),
  },
};
