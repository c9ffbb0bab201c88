import type { KeptCard, KeptCards } from '../../study/review/review.ts';
import { ROWS, rowsInPieces } from '../in-pieces.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import type { ReviewRow } from './tables.ts';

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

/** A member's card of a topic; null if they have none. */
export async function keptOf(db: Db, userId: string, topicId: string): Promise<KeptCard | null> {
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
export async function addOrRead(
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

/** Stores a member's card of a topic in place of the one before. Null removes it. */
export async function keep(db: Db, userId: string, topicId: string, kept: KeptCard | null): Promise<void> {
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
