import type { PickOffer, Reason } from '../../study/suggestions/suggest.ts';
import { ensureMember } from '../members/members.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';

/** A topic that was suggested to a member for one study day. It stays on that day's list until it is swapped. */
export interface Pick {
  readonly topicId: string;
  readonly reason: Reason;
}

export interface PickDay {
  readonly userId: string;
  readonly roadmapId: string;
  /** `YYYY-MM-DD`, the member's study day. */
  readonly date: string;
}

/** The picks of a day that were not swapped away, in their order. */
export async function picksOf(db: Db, day: PickDay): Promise<readonly Pick[]> {
  const rows = await db
    .selectFrom('pick')
    .select(['topic_id', 'reason'])
    .where('user_id', '=', day.userId)
    .where('roadmap_id', '=', day.roadmapId)
    .where('local_date', '=', day.date)
    .where('swapped_at', 'is', null)
    .orderBy('position')
    .execute();
  // Only `addPicks` below writes the reason.
  return rows.map((row) => {
    const reason: Reason = JSON.parse(row.reason);
    return { topicId: row.topic_id, reason };
  });
}

/** Adds picks to the end of a day's list. A pick that was swapped away comes back. `at`: epoch ms. */
export async function addPicks(db: Db, day: PickDay, picks: readonly Pick[], at: number): Promise<void> {
  if (picks.length === 0) return;
  // Two lists that are added at once would otherwise get the same places.
  await write(db, (trx) => insertBehind(trx, day, picks, at));
}

async function insertBehind(trx: Db, day: PickDay, picks: readonly Pick[], at: number): Promise<void> {
  await ensureMember(trx, day.userId, at);
  const behind = (index: number) =>
    trx
      .selectFrom('pick')
      .select((eb) => eb(eb.fn.coalesce(eb.fn.max('position'), eb.lit(-1)), '+', index + 1).as('position'))
      .where('user_id', '=', day.userId)
      .where('roadmap_id', '=', day.roadmapId)
      .where('local_date', '=', day.date);
  await trx
    .insertInto('pick')
    .values(
      picks.map((pick, index) => ({
        user_id: day.userId,
        roadmap_id: day.roadmapId,
        local_date: day.date,
        topic_id: pick.topicId,
        position: behind(index),
        reason: JSON.stringify(pick.reason),
        at,
        swapped_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'roadmap_id', 'local_date', 'topic_id']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        reason: eb.ref('excluded.reason'),
        at: eb.ref('excluded.at'),
        swapped_at: null,
      })),
    )
    .execute();
}

/** Removes topics from a day's list; `at`: epoch ms. */
export async function swapAway(db: Db, day: PickDay, topicIds: readonly string[], at: number): Promise<void> {
  if (topicIds.length === 0) return;
  await db
    .updateTable('pick')
    .set({ swapped_at: at })
    .where('user_id', '=', day.userId)
    .where('roadmap_id', '=', day.roadmapId)
    .where('local_date', '=', day.date)
    .where('topic_id', 'in', topicIds)
    .execute();
}

/** Removes topics from a member's lists of a day in all roadmaps: they were paused. `date`: `YYYY-MM-DD`; `at`: epoch ms. */
export async function dropPicks(
  trx: Db,
  { userId, date }: Omit<PickDay, 'roadmapId'>,
  topicIds: readonly string[],
  at: number,
): Promise<void> {
  if (topicIds.length === 0) return;
  await trx
    .updateTable('pick')
    .set({ swapped_at: at })
    .where('user_id', '=', userId)
    .where('local_date', '=', date)
    .where('topic_id', 'in', topicIds)
    .where('swapped_at', 'is', null)
    .execute();
}

/**
 * Undoes a swap: the topics that were swapped away at an instant (epoch ms) are on the list again, and their
 * replacements are gone.
 */
export async function swapBack(trx: Db, userId: string, swappedAt: number): Promise<void> {
  await trx.deleteFrom('pick').where('user_id', '=', userId).where('at', '=', swappedAt).execute();
  await trx
    .updateTable('pick')
    .set({ swapped_at: null })
    .where('user_id', '=', userId)
    .where('swapped_at', '=', swappedAt)
    .execute();
}

/** What was suggested to a member for a date (`YYYY-MM-DD`) and later ones, including what was swapped away. */
export async function offersSince(
  db: Db,
  userId: string,
  roadmapId: string,
  date: string,
): Promise<readonly PickOffer[]> {
  const rows = await db
    .selectFrom('pick')
    .select(['topic_id', 'at', 'local_date'])
    .where('user_id', '=', userId)
    .where('roadmap_id', '=', roadmapId)
    .where('local_date', '>=', date)
    .execute();
  return rows.map((row) => ({ topicId: row.topic_id, at: row.at, date: row.local_date }));
}
