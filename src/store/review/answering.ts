import { type Grade, newCard, rate, type ReviewCard } from '../../study/review/card.ts';
import { USUAL_RETENTION } from '../../study/review/retention.ts';
import type { KeptCard } from '../../study/review/review.ts';
import type { Moment } from '../../time/study-day.ts';
import type { Actor } from '../actor.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { logSkillAct, momentOf } from '../progress/log-activity.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';
import { addOrRead, keep } from './cards.ts';
import { log } from './log.ts';
import { skillAround } from './skill-around.ts';

/** The review that is answered. */
export interface ReviewOf {
  readonly topicId: string;
  /** The date of its first review if it has no card yet, `YYYY-MM-DD`. */
  readonly firstDue: string;
  /** How often it had been reviewed. A button of an earlier review has a smaller number than the card. */
  readonly reps: number;
}

/**
 * Stores how well a member remembered a topic, and when it comes again, in one transaction.
 * @param retention the chance of remembering at which it comes again, 0 to 1
 * @returns the new card; null if this review was answered before, and nothing is written
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function recordRating(
  db: Db,
  actor: Actor,
  review: ReviewOf,
  grade: Grade,
  retention = USUAL_RETENTION,
): Promise<ReviewCard | null> {
  return change(db, actor, review, grade, ({ card }, { date }) => ({
    card: rate(card, grade, date, retention),
    reviewedAt: actor.at,
    putOffTo: null,
  }));
}

/**
 * Counts work that a member has just written as a good review of its topic, unless they have reviewed it today
 * already. Call it within the transaction that writes the work. The topic need not be done.
 */
export async function reviewByProof(trx: Db, actor: Actor, topicId: string): Promise<void> {
  const { date } = await momentOf(trx, actor);
  const rated = (card: ReviewCard): KeptCard => {
    return { card: rate(card, 'good', date), reviewedAt: actor.at, putOffTo: null };
  };
  const first = rated(newCard(date));
  const before = await addOrRead(trx, actor.userId, topicId, first);
  if (before?.card.reviewDate === date) return;
  const kept = before === null ? first : rated(before.card);
  await writeAnswer(trx, actor, await skillAround(trx, actor.userId, topicId), 'proof', before, kept);
}

/**
 * Puts a review off to another study day (`YYYY-MM-DD`). FSRS's own date stays, so the schedule is not changed.
 * @returns the card; null if this review was answered before, and nothing is written
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function putOffReview(
  db: Db,
  actor: Actor,
  review: ReviewOf,
  date: string,
): Promise<ReviewCard | null> {
  return change(db, actor, review, 'later', (kept) => ({ ...kept, putOffTo: date }));
}

function change(
  db: Db,
  actor: Actor,
  { topicId, firstDue, reps }: ReviewOf,
  rating: Grade | 'later',
  after: (kept: KeptCard, moment: Moment) => KeptCard,
): Promise<ReviewCard | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await ensureMember(trx, actor.userId, actor.at);
    const moment = await momentOf(trx, actor);
    const unanswered = { card: newCard(firstDue), reviewedAt: null, putOffTo: null };
    const first = unanswered.card.reps === reps ? after(unanswered, moment) : null;
    const before = await addOrRead(trx, actor.userId, topicId, first);
    if ((before ?? unanswered).card.reps !== reps) return null;
    const changed = after(before ?? unanswered, moment);
    const { id, topicIds } = await skillAround(trx, actor.userId, topicId);
    await writeAnswer(trx, actor, { topicIds }, rating, before, changed);
    await logSkillAct(trx, actor, rating === 'later' ? 'later' : 'review', id, topicIds);
    return changed.card;
  });
}

/**
 * Stores the new card of all topics of a skill, and logs it. The first topic is the one that was answered.
 * @param answered the card of that topic before; null if it had none, and then its new one is stored already
 */
async function writeAnswer(
  trx: Db,
  actor: Actor,
  { topicIds }: { readonly topicIds: readonly string[] },
  rating: Grade | 'later' | 'proof',
  answered: KeptCard | null,
  kept: KeptCard,
): Promise<void> {
  for (const [index, topicId] of topicIds.entries()) {
    const before = index === 0 ? answered : await addOrRead(trx, actor.userId, topicId, kept);
    if (before !== null) await keep(trx, actor.userId, topicId, kept);
    const mirrors = index === 0 ? null : actor.interactionId;
    await log(trx, actor, topicId, { rating, before, undoes: null, mirrors });
  }
}
