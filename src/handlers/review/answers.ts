import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { putOffReview, recordRating, type ReviewOf } from '../../store/review/answering.ts';
import { lastAnswer } from '../../store/review/log.ts';
import { undoReview } from '../../store/review/undo.ts';
import { GRADES, newCard, outlook } from '../../study/review/card.ts';
import { nextDue, type Review } from '../../study/review/review.ts';
import { endedSet, setAt } from '../../study/review/set.ts';
import { dayAfter, dayNumber } from '../../time/study-day.ts';
import { carriedNumber } from '../../view/custom-id.ts';
import {
  type ReviewRest,
  reviewRefusedView,
  reviewRestView,
  reviewView,
  revealedView,
} from '../../view/review/review.ts';
import { title } from '../../view/topics/topic-text.ts';
import type { Words } from '../../words/index.ts';
import { goalJustReached } from '../goals/week.ts';
import { topicWithId } from '../topics/named.ts';
import { hasOthers } from './others.ts';
import {
  beginningOf,
  gradesToday,
  ownNotes,
  type OwnReviews,
  ownReviews,
  questionFor,
  retentionOf,
} from './reviews.ts';

/**
 * Asks the next due review, else one that can be done ahead. If there is none, says when the next one comes.
 * @param wanted the topic to ask for, if it can be reviewed
 */
export async function askNext(call: Call, note: string | null, wanted?: string): Promise<Answer> {
  const reviews = await ownReviews(call);
  const there = askable(reviews);
  const asked = there.find(({ node }) => node.id === wanted) ?? there[0];
  if (asked === undefined) return rest(call, reviews, null, note);
  const notes = await ownNotes(call, asked.node);
  return show(
    reviewView(call.words, {
      review: asked,
      set: setAt((await gradesToday(call, reviews)).length, there.length),
      isAhead: reviews.due.length === 0,
      question: await questionFor(call, asked, notes),
      hasNotes: notes.length > 0,
      note,
      undo: await undoable(call, reviews),
    }),
  );
}

/** The reviews that can be asked now: those that are due, else those that can be done ahead. */
function askable({ due, ahead }: OwnReviews): readonly Review[] {
  return due.length > 0 ? due : ahead;
}

/** Shows what follows an answer: the next review, or the result of the set that it completed. */
async function askNextOrRest(call: Call, note: string): Promise<Answer> {
  const reviews = await ownReviews(call);
  const ended = endedSet(await gradesToday(call, reviews), askable(reviews).length);
  return ended === null ? askNext(call, note) : rest(call, reviews, ended, note);
}

async function rest(
  call: Call,
  reviews: OwnReviews,
  ended: ReviewRest['ended'],
  note: string | null,
): Promise<Answer> {
  const next = nextDue(reviews.all, reviews.today);
  return show(
    reviewRestView(call.words, {
      ended,
      left: askable(reviews).length,
      hasOthers: askable(reviews).length === 0 && (await hasOthers(call)),
      next: next === null ? null : daysUntil(next, reviews),
      note,
      undo: await undoable(call, reviews),
    }),
  );
}

/**
 * Shows the member's own notes on what was asked, and what each grade would mean.
 * @param carried `<topic>:<reps>`, as the button carries it
 */
export async function reveal(call: Call, carried: readonly string[]): Promise<Answer> {
  const reviews = await ownReviews(call);
  const { review, reps } = reviewPressed(call, reviews, carried);
  if ((review.card?.reps ?? 0) !== reps) throw refusal((words) => words.review.answeredBefore);
  const notes = await ownNotes(call, review.node);
  const isDue = !reviews.ahead.includes(review);
  const retention = await retentionOf(call, reviews);
  const shown = {
    review,
    set: setAt((await gradesToday(call, reviews)).length, Math.max(1, askable(reviews).length)),
    isAhead: !isDue,
    question: await questionFor(call, review, notes),
    hasNotes: notes.length > 0,
    note: null,
    undo: await undoable(call, reviews),
  };
  const card = review.card ?? newCard(review.dueDate);
  return show(revealedView(call.words, shown, notes, outlook(card, reviews.today, retention)));
}

/**
 * Stores how well the member remembered, and asks the next review. `chosen`: a grade; `carried`: `<topic>:<reps>`.
 */
export async function rate(
  call: Call,
  chosen: string | undefined,
  carried: readonly string[],
): Promise<Answer> {
  const grade = argument(z.enum(GRADES), chosen);
  const reviews = await ownReviews(call);
  const pressed = reviewPressed(call, reviews, carried);
  const retention = await retentionOf(call, reviews);
  const card = await recordRating(call.app.db, call.actor, keyOf(pressed), grade, retention);
  if (card === null) throw refusal((words) => words.review.answeredBefore);
  const { comesBack, back } = call.words.review;
  const returns = comesBack(title(pressed.review.node), back(daysUntil(card.dueDate, reviews)));
  const said = [returns, await goalJustReached(call)];
  return askNextOrRest(call, said.filter((line) => line !== null).join('\n'));
}

/** Puts a review off until tomorrow, and asks the next. `carried`: `<topic>:<reps>`. */
export async function putOff(call: Call, carried: readonly string[]): Promise<Answer> {
  const reviews = await ownReviews(call);
  const pressed = reviewPressed(call, reviews, carried);
  const until = dayAfter(reviews.today);
  const card = await putOffReview(call.app.db, call.actor, keyOf(pressed), until);
  if (card === null) throw refusal((words) => words.review.answeredBefore);
  return askNext(call, call.words.review.waits(title(pressed.review.node)));
}

/** Undoes an answer of today, and asks for that topic again. */
export async function undoAnswer(call: Call, answerId: string): Promise<Answer> {
  const topicId = await undoReview(call.app.db, call.actor, answerId);
  if (topicId === null) throw refusal((words) => words.review.cannotTakeBack);
  const node = call.roadmap.byId.get(topicId);
  const note = node === undefined ? null : call.words.review.tookBack(title(node));
  return askNext(call, note, topicId);
}

/** What a button is about: a review, and how many answers it had when the button was made. */
interface PressedReview {
  readonly review: Review;
  readonly reps: number;
}

/** @throws Refusal if the topic is no longer done */
function reviewPressed(
  call: Call,
  { all }: OwnReviews,
  [topicId, carriedReps]: readonly string[],
): PressedReview {
  const node = topicWithId(call, topicId);
  const reps = argument(carriedNumber, carriedReps);
  const review = all.find((each) => each.node === node);
  if (review === undefined) throw refusal((words) => words.review.noLongerDone);
  return { review, reps };
}

function keyOf({ review: { node, dueDate }, reps }: PressedReview): ReviewOf {
  return { topicId: node.id, firstDue: dueDate, reps };
}

/** How many study days lie between the member's today and a date. */
function daysUntil(date: string, { today }: OwnReviews): number {
  return dayNumber(date) - dayNumber(today);
}

/** @returns the id of today's last answer, which can be undone; null if there is none */
function undoable({ app, userId, roadmap }: Call, reviews: OwnReviews): Promise<string | null> {
  return lastAnswer(app.db, userId, roadmap.id, beginningOf(reviews));
}

function refusal(why: (words: Words) => string): Refusal {
  return new Refusal((words) => reviewRefusedView(words, why(words)));
}
