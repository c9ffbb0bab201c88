import { z } from 'zod';
import { type Answer, show } from '../src/discord/answer.ts';
import type { Call, Command, PressCall } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { carriedNumber } from '../src/view/custom-id.ts';
import { argument, Refusal } from '../src/discord/refusal.ts';
import { chooseHour, mute, remindBy, reminderPanel, stoppedNote } from '../src/handlers/review/reminders.ts';
import { ownNotes, type OwnReviews, ownReviews, questionFor } from '../src/handlers/review/reviews.ts';
import { topicWithId } from '../src/handlers/topics/named.ts';
import {
  lastAnswer,
  putOffReview,
  recordRating,
  type ReviewOf,
  undoReview,
} from '../src/store/review/reviews.ts';
import {
  firstDue,
  GRADES,
  newCard,
  nextDue,
  outlook,
  type Review,
  type ReviewCard,
  tomorrow,
} from '../src/study/review/review.ts';
import { dayBounds, studyDay } from '../src/time/study-day.ts';
import { nothingDueView, reviewRefusedView, reviewView, revealedView } from '../src/view/review/review.ts';
import { when } from '../src/view/time.ts';
import { title } from '../src/view/topics/topic-text.ts';
import type { Words } from '../src/words/index.ts';
import { localised } from '../src/words/localised.ts';

const way = z.enum(['dm', 'mention']);

/** `/review`: what is due, one at a time, and how one is reminded of it. */
export const review: Command = {
  data: { name: 'review', ...localised((words) => words.commands.review), ...forEverybody },
  execute: async (call) => next(call, await stoppedNote(call)),
  presses: {
    /** `review`, or `review:<topic>` for that one, if it is due. */
    review: (call) => next(call, null, call.args[0]),
    /** `review-show:<topic>:<reps>` */
    'review-show': async (call) => {
      const reviews = await ownReviews(call);
      const { review: asked, reps } = named(call, reviews);
      if ((asked.card?.reps ?? 0) !== reps) throw refusal((words) => words.review.answeredBefore);
      const notes = await ownNotes(call, asked.node);
      const shown = {
        review: asked,
        due: Math.max(1, reviews.due.length),
        question: await questionFor(call, asked, notes),
        hasNotes: notes.length > 0,
        note: null,
        undo: await undoable(call, reviews),
      };
      return show(revealedView(call.words, shown, notes, outlook(cardOf(asked, reviews), call.now)));
    },
    /** `review-rate:<grade>:<topic>:<reps>` */
    'review-rate': async (call) => {
      const grade = argument(z.enum(GRADES), call.args[0]);
      const reviews = await ownReviews(call);
      const answered = named(call, reviews, 1);
      const card = await recordRating(call.app.db, call.actor, keyOf(answered, reviews), grade);
      if (card === null) throw refusal((words) => words.review.answeredBefore);
      const { node } = answered.review;
      return next(call, call.words.review.comesBack(title(node), when(card.due, 'D')));
    },
    /** `review-later:<topic>:<reps>` */
    'review-later': async (call) => {
      const reviews = await ownReviews(call);
      const put = named(call, reviews);
      const until = tomorrow(call.now, reviews.clock);
      const card = await putOffReview(call.app.db, call.actor, keyOf(put, reviews), until);
      if (card === null) throw refusal((words) => words.review.answeredBefore);
      return next(call, call.words.review.waits(title(put.review.node)));
    },
    /** `review-undo:<answer>` */
    'review-undo': async (call) => {
      const topicId = await undoReview(call.app.db, call.actor, argument(z.string(), call.args[0]));
      if (topicId === null) throw refusal((words) => words.review.cannotTakeBack);
      const node = call.roadmap.byId.get(topicId);
      const note = node === undefined ? null : call.words.review.tookBack(title(node));
      return next(call, note, topicId);
    },
    /** `review-remind`, or `review-remind:<dm|mention>` */
    'review-remind': (call) =>
      call.args[0] === undefined ? reminderPanel(call) : remindBy(call, argument(way, call.args[0])),
    'review-hour': (call) => chooseHour(call, argument(carriedNumber, call.values[0])),
    /** `review-mute`, or `review-mute:<reminder>` under the reminder itself. */
    'review-mute': (call) => mute(call),
  },
};

/** The next review that is due, or the one wanted if that is due; else when the next one comes. */
async function next(call: Call, note: string | null, wanted?: string): Promise<Answer> {
  const reviews = await ownReviews(call);
  const asked = reviews.due.find(({ node }) => node.id === wanted) ?? reviews.due[0];
  const undo = await undoable(call, reviews);
  if (asked === undefined) {
    return show(nothingDueView(call.words, nextDue(reviews.all, reviews.clock, call.now), note, undo));
  }
  const notes = await ownNotes(call, asked.node);
  const question = await questionFor(call, asked, notes);
  const hasNotes = notes.length > 0;
  return show(
    reviewView(call.words, { review: asked, due: reviews.due.length, question, hasNotes, note, undo }),
  );
}

/** What a button names: a review, and how often it had been answered when the button was made. */
interface Named {
  readonly review: Review;
  readonly reps: number;
}

/**
 * The review that a button names by `<topic>:<reps>`.
 * @throws Refusal if its topic is not done any more
 */
function named(call: PressCall, { all }: OwnReviews, skip = 0): Named {
  const node = topicWithId(call, call.args[skip]);
  const reps = argument(carriedNumber, call.args[skip + 1]);
  const found = all.find((each) => each.node === node);
  if (found === undefined) throw refusal((words) => words.review.noLongerDone);
  return { review: found, reps };
}

function keyOf({ review: { node, doneSince }, reps }: Named, { clock }: OwnReviews): ReviewOf {
  return { topicId: node.id, firstDue: firstDue(doneSince, clock), reps };
}

function cardOf(asked: Review, { clock }: OwnReviews): ReviewCard {
  return asked.card ?? newCard(firstDue(asked.doneSince, clock));
}

/** What was answered last today, and can be taken back. */
function undoable({ app, userId, roadmap, now }: Call, { clock }: OwnReviews): Promise<string | null> {
  const { timeZone, dayStart } = clock;
  const today = dayBounds(studyDay(now, timeZone, dayStart), timeZone, dayStart);
  return lastAnswer(app.db, userId, roadmap.id, today.from);
}

function refusal(why: (words: Words) => string): Refusal {
  return new Refusal((words) => reviewRefusedView(words, why(words)));
}
