import { z } from 'zod';
import { show, tell } from '../src/discord/answer.ts';
import type { Buttons, PressCall } from '../src/discord/command.ts';
import { carriedNumber } from '../src/view/custom-id.ts';
import { argument } from '../src/discord/refusal.ts';
import { shownHere } from '../src/handlers/proofs/shared-work.ts';
import { openGap, sayClear, settle, showGaps, submitGap } from '../src/handlers/teach-back/teach-back.ts';
import {
  offerToRead,
  openVerdict,
  showComments,
  submitVerdict,
} from '../src/handlers/teach-back/readings.ts';
import { METHODS } from '../src/roadmap/roadmap.ts';
import { fileOf } from '../src/store/proofs/files.ts';
import { workPage } from '../src/view/proofs/shared-work.ts';

const ofExplanation = z.enum(['clear', 'gap', 'gaps', 'answered', 'open']);
const ofThesis = z.enum(['offer', 'accept', 'work', 'comments']);
const verdict = z.enum(['accept', 'work']);

/** What can be pressed and filled in under explanations and theses that are shared with a group. */
export const teachBack: Buttons = {
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
    /** `read:<offer|accept|work|comments>:<proof>`; what reminds of it adds its own id. */
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
    work,
  },
  forms: {
    /** `gap:<proof>` */
    gap: (call) => submitGap(call, call.args[0]),
    /** `verdict:<accept|work>:<proof>` */
    verdict: (call) => submitVerdict(call, call.args[1], argument(verdict, call.args[0])),
  },
};

/** `work:<proof>:<page>`: all of it, to one person; turning the pages changes what they see. */
async function work(call: PressCall) {
  const shown = await shownHere(call, call.args[0], ...METHODS);
  const page = argument(carriedNumber, call.args[1]);
  const { id, attachments } = call.interaction.message;
  const file = await fileOf(call.app.db, shown.proof.id);
  const isThere = attachments.some(({ name }) => name === file?.name);
  const message = workPage(call.words, shown, page, file, isThere);
  return id === shown.share.post?.messageId ? tell(message) : show(message);
}
