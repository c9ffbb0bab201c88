import { type Grade, GRADES, newCard, rate, type ReviewCard } from '../../study/review/card.ts';
import { USUAL_RETENTION } from '../../study/review/retention.ts';
import type { KeptCard, KeptCards } from '../../study/review/review.ts';
import { ensureMember } from '../members/members.ts';
import { ROWS, rowsInPieces } from '../in-pieces.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Actor } from '../actor.ts';
import type { Moment } from '../../time/study-day.ts';
import { logSkillAct, logUndone, momentOf } from '../progress/log-activity.ts';
import { evenOut } from '../skills/even-out.ts';
import { sharedSkills } from '../skills/mates.ts';
import type { Db } from '../schema.ts';
import type { ReviewLogRow, ReviewRow } from './tables.ts';
import { write } from '../write.ts';

/** One member's cards on a roadmap. Topics that are no longer done are included, because their history is kept. */
export async function cardsOf(db: Db, userId: string, roadmapId: string): Promise<KeptCards> {
  const rows = await db
    .selectFrom('review')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'review.topic_id')
    .selectAll('review')
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .execute();
  return new Map(rows.map((row) => [row.topic_id, toKept(row)]));
}

/**
 * The cards of a piece of `joinedInPieces` on some roadmaps together, by user id. Members without cards are left out.
 */
export async function cardsOfMembers(
  db: Db,
  userIds: readonly string[],
  roadmapIds: readonly string[],
): Promise<ReadonlyMap<string, KeptCards>> {
  const byUser = new Map<string, Map<string, KeptCard>>();
  const pieces = rowsInPieces<ReviewRow>(userIds, async (left, after) => {
    const behind = { user: after?.user_id ?? '', topic: after?.topic_id ?? '' };
    return (await cardsBehind(db, { userIds: left, roadmapIds, ...behind })).rows;
  });
  for await (const rows of pieces)
    for (const row of rows)
      byUser.getOrInsertComputed(row.user_id, () => new Map()).set(row.topic_id, toKept(row));
  return byUser;
}

const cardsBehind = prepared(
  (
    db: Db,
    of: {
      readonly userIds: readonly string[];
      readonly roadmapIds: readonly string[];
      readonly user: string;
      readonly topic: string;
    },
  ) =>
    db
      .selectFrom('review')
      .crossJoin('roadmap_topic')
      .selectAll('review')
      .whereRef('roadmap_topic.topic_id', '=', 'review.topic_id')
      .where('review.user_id', 'in', of.userIds)
      .where('roadmap_id', 'in', of.roadmapIds)
      .where((eb) => eb.or([eb('review.user_id', '<>', of.user), eb('review.topic_id', '>', of.topic)]))
      .orderBy('review.user_id')
      .orderBy('review.topic_id')
      .limit(ROWS),
);

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

/**
 * The last act in the reviews of a roadmap since an instant (epoch ms) that was not undone; null if there is none.
 */
export async function lastAnswer(
  db: Db,
  userId: string,
  roadmapId: string,
  since: number,
): Promise<string | null> {
  const row = await notUndone(db, userId)
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'review_log.topic_id')
    .where('roadmap_id', '=', roadmapId)
    .where('review_log.at', '>=', since)
    .where('rating', '!=', 'proof')
    .select('mirrors')
    .executeTakeFirst();
  return row?.mirrors ?? row?.id ?? null;
}

/** The grades in the reviews of a roadmap since an instant (epoch ms), without undone ones, oldest first. */
export async function gradesSince(
  db: Db,
  userId: string,
  roadmapId: string,
  since: number,
): Promise<readonly Grade[]> {
  const rows = await notUndone(db, userId)
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'review_log.topic_id')
    .select('rating')
    .where('roadmap_id', '=', roadmapId)
    .where('review_log.at', '>=', since)
    .where('rating', 'in', GRADES)
    .execute();
  return rows.flatMap(({ rating }) => GRADES.filter((grade) => grade === rating)).toReversed();
}

/**
 * Undoes an answer, if it is the last one for its topic. The card is as it was before.
 * @returns the topic's id, or null if there is nothing to undo
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function undoReview(db: Db, actor: Actor, answerId: string): Promise<string | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    return undoReviewWithin(trx, actor, answerId);
  });
}

/** The same within a transaction that does more. */
export async function undoReviewWithin(trx: Db, actor: Actor, answerId: string): Promise<string | null> {
  const answer = await trx
    .selectFrom('review_log')
    .select('topic_id')
    .where('id', '=', answerId)
    .where('user_id', '=', actor.userId)
    .executeTakeFirst();
  if (answer === undefined) return null;
  const topicId = answer.topic_id;
  const last = await notUndone(trx, actor.userId).where('topic_id', '=', topicId).executeTakeFirst();
  if (last?.id !== answerId) return null;

  const answers = await trx
    .selectFrom('review_log')
    .select(['id', 'topic_id', 'before', 'mirrors'])
    .where('user_id', '=', actor.userId)
    .where((eb) => eb.or([eb('id', '=', answerId), eb('mirrors', '=', answerId)]))
    .execute();
  for (const { id, topic_id, before, mirrors } of answers) {
    // If the member has separated a topic since, it may have answers of its own, which stay.
    const latest = await notUndone(trx, actor.userId).where('topic_id', '=', topic_id).executeTakeFirst();
    if (latest?.id !== id) continue;
    const now = await keptOf(trx, actor.userId, topic_id);
    // Only `log` below writes `before`.
    await keep(trx, actor.userId, topic_id, before === null ? null : JSON.parse(before));
    const undoing = mirrors === null ? null : actor.interactionId;
    await log(trx, actor, topic_id, { rating: 'undo', before: now, undoes: id, mirrors: undoing });
  }
  const skill = await skillAround(trx, actor.userId, topicId);
  await evenOut(trx, actor.userId, skill.topicIds);
  await logUndone(trx, actor, answerId, topicId);
  return topicId;
}

/**
 * Reverses the undo of an answer, by the id of the undo's interaction: the card is as it was before it. Call it within
 * a transaction.
 */
export async function redoReview(trx: Db, actor: Actor, undoing: string): Promise<void> {
  const rows = await trx
    .selectFrom('review_log as undo')
    .innerJoin('review_log as answer', 'answer.id', 'undo.undoes')
    .select(['undo.id', 'undo.topic_id', 'undo.before as card', 'answer.before', 'answer.rating'])
    .select(['answer.at', 'answer.mirrors'])
    .where('undo.user_id', '=', actor.userId)
    .where((eb) => eb.or([eb('undo.id', '=', undoing), eb('undo.mirrors', '=', undoing)]))
    .execute();
  for (const { id: undoes, topic_id: topicId, card, before, rating, at, mirrors } of rows) {
    // Only `log` below writes both.
    await keep(trx, actor.userId, topicId, card === null ? null : JSON.parse(card));
    await log(trx, { ...actor, at }, topicId, {
      rating,
      before: before === null ? null : JSON.parse(before),
      undoes,
      mirrors: mirrors === null ? null : actor.interactionId,
    });
  }
  const [about] = rows;
  if (about === undefined) return;
  const skill = await skillAround(trx, actor.userId, about.topic_id);
  await evenOut(trx, actor.userId, skill.topicIds);
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

/** The topics of a topic's skill for a member, the topic itself first. `id` is the skill, null if it has no other topic. */
async function skillAround(
  db: Db,
  userId: string,
  topicId: string,
): Promise<{ readonly id: string | null; readonly topicIds: readonly string[] }> {
  const skill = (await sharedSkills(db, userId, [topicId])).get(topicId);
  const others = skill?.topicIds.filter((id) => id !== topicId) ?? [];
  return { id: skill?.id ?? null, topicIds: [topicId, ...others] };
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

/** The answers that were not undone, the latest first. */
function notUndone(db: Db, userId: string) {
  return db
    .selectFrom('review_log')
    .select('review_log.id')
    .where('review_log.user_id', '=', userId)
    .where('rating', '!=', 'undo')
    .where('review_log.id', 'not in', (eb) =>
      eb
        .selectFrom('review_log as undoing')
        .select('undoing.undoes')
        .where('undoing.user_id', '=', userId)
        .where('undoing.undoes', 'is not', null)
        .$castTo<{ undoes: string }>(),
    )
    .orderBy('review_log.at', 'desc')
    .orderBy('review_log.id', 'desc');
}

async function keptOf(db: Db, userId: string, topicId: string): Promise<KeptCard | null> {
  const row = await db
    .selectFrom('review')
    .selectAll()
    .where('user_id', '=', userId)
    .where('topic_id', '=', topicId)
    .executeTakeFirst();
  return row === undefined ? null : toKept(row);
}

/**
 * Stores a member's first card of a topic. Nothing is read for that, so that neighbours do not meet on PostgreSQL, see
 * `addOrRead` in `progress.ts`.
 * @param first null adds nothing
 * @returns the card that was there before; null if there was none
 */
async function addOrRead(
  trx: Db,
  userId: string,
  topicId: string,
  first: KeptCard | null,
): Promise<KeptCard | null> {
  if (first !== null) {
    const { numInsertedOrUpdatedRows: added } = await trx
      .insertInto('review')
      .values({ user_id: userId, topic_id: topicId, ...columnsOf(first) })
      .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doNothing())
      .executeTakeFirst();
    if (added === 1n) return null;
  }
  return keptOf(trx, userId, topicId);
}

async function keep(db: Db, userId: string, topicId: string, kept: KeptCard | null): Promise<void> {
  if (kept === null) {
    await db.deleteFrom('review').where('user_id', '=', userId).where('topic_id', '=', topicId).execute();
    return;
  }
  const values = columnsOf(kept);
  await db
    .insertInto('review')
    .values({ user_id: userId, topic_id: topicId, ...values })
    .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doUpdateSet(values))
    .execute();
}

function columnsOf({ card, reviewedAt, putOffTo }: KeptCard): Omit<ReviewRow, 'user_id' | 'topic_id'> {
  return {
    due_date: card.dueDate,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    review_date: card.reviewDate,
    last_review: reviewedAt,
    put_off_to: putOffTo,
  };
}

async function log(
  db: Db,
  { interactionId, userId, at }: Actor,
  topicId: string,
  row: Pick<ReviewLogRow, 'rating' | 'undoes'> & {
    readonly before: KeptCard | null;
    readonly mirrors: string | null;
  },
): Promise<void> {
  const { rating, before, undoes, mirrors } = row;
  await db
    .insertInto('review_log')
    .values({
      id: mirrors === null ? interactionId : `${interactionId}-${topicId}`,
      user_id: userId,
      topic_id: topicId,
      rating,
      at,
      before: before === null ? null : JSON.stringify(before),
      undoes,
      mirrors,
    })
    .execute();
}

function toKept(row: ReviewRow): KeptCard {
  return {
    card: {
      dueDate: row.due_date,
      stability: row.stability,
      difficulty: row.difficulty,
      scheduledDays: row.scheduled_days,
      learningSteps: row.learning_steps,
      reps: row.reps,
      lapses: row.lapses,
      state: row.state,
      reviewDate: row.review_date,
    },
    reviewedAt: row.last_review,
    putOffTo: row.put_off_to,
  };
}
