import { z } from 'zod';
import type { Buttons } from '../src/discord/command.ts';
import { argument } from '../src/discord/refusal.ts';
import { listedIn } from '../src/handlers/moderation/moderation.ts';
import { showWork } from '../src/handlers/proofs/reading.ts';
import { switchNotifications } from '../src/handlers/proofs/notifications.ts';
import { openGap, sayClear, settle, showGaps, submitGap } from '../src/handlers/teach-back/teach-back.ts';
import {
  offerToRead,
  openVerdict,
  showComments,
  submitVerdict,
} from '../src/handlers/teach-back/readings.ts';
import { carriedNumber } from '../src/view/custom-id.ts';

const ofExplanation = z.enum(['clear', 'gap', 'gaps', 'answered', 'open']);
const ofThesis = z.enum(['offer', 'accept', 'work', 'comments']);
const onOff = z.enum(['on', 'off']);
const verdict = z.enum(['accept', 'work']);

/** The buttons and forms under explanations and theses that are shared with a group. */
export const teachBack: Buttons = {
  asks: ['teach gap', 'read accept', 'read work'],
  presses: {
    /** `teach:<clear|gap|gaps>:<proof>`, `teach:<answered|open>:<gap>` */
    teach(call) {
      const [does, id] = call.args;
      switch (argument(ofExplanation, does)) {
        case 'clear':
          return sayClear(call, id);
        case 'gap':
          return openGap(call, id);
        case 'gaps':
          return showGaps(call, id);
        case 'answered':
          return settle(call, id, true);
        case 'open':
          return settle(call, id, false);
      }
    },
    /** `read:<offer|accept|work|comments>:<proof>`. The button in a reading reminder adds the reminder's id. */
    read(call) {
      const [does, id] = call.args;
      const action = argument(ofThesis, does);
      switch (action) {
        case 'offer':
          return offerToRead(call, id);
        case 'accept':
        case 'work':
          return openVerdict(call, id, action);
        case 'comments':
          return showComments(call, id);
      }
    },
    /** `tell:<on|off>:<proof>`. The button in a message about feedback adds that message's id. */
    tell: (call) => switchNotifications(call, call.args[1], argument(onOff, call.args[0]) === 'on'),
    /** `work:<proof>:<page>` */
    work: (call) =>
      showWork(call, call.args[0], argument(carriedNumber, call.args[1]), listedIn(call.args[2])),
  },
  forms: {
    /** `gap:<proof>` */
    gap: (call) => submitGap(call, call.args[0]),
    /** `verdict:<accept|work>:<proof>` */
    verdict: (call) => submitVerdict(call, call.args[1], argument(verdict, call.args[0])),
  },
};
