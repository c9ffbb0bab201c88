import { type Grade, GRADES } from '../../study/review/card.ts';
import type { KeptCard } from '../../study/review/review.ts';
import type { Actor } from '../actor.ts';
import type { Db } from '../schema.ts';
import type { ReviewLogRow } from './tables.ts';

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

/** The ids of the answers that were not undone, the latest first. */
export function notUndone(db: Db, userId: string) {
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

/**
 * Logs an answer or an undo. `before`: the card as it was before it. `mirrors`: the answer of which this one follows,
 * because its topic is of the same skill; null for the topic that was answered.
 */
export async function log(
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
