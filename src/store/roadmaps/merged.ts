import type { Carry } from '../../roadmap/matching/carries.ts';
import type { Db } from '../schema.ts';

/**
 * Notes which topics were merged into one, together with those that had been merged into them before. The merged
 * topic is always new, so this stays true after an undo: the topic then leaves the roadmap, and the others return
 * with everything they had.
 */
export async function noteMerged(trx: Db, carries: readonly Carry[]): Promise<void> {
  for (const carry of carries) {
    if (carry.kind !== 'gather' || !carry.begun) continue;
    const earlier = await trx
      .selectFrom('merged_topic')
      .select('topic_id')
      .where('into_id', 'in', carry.from)
      .execute();
    const all = new Set([...carry.from, ...earlier.map(({ topic_id }) => topic_id)]);
    const rows = [...all].map((topic_id) => ({ topic_id, into_id: carry.to }));
    await trx
      .insertInto('merged_topic')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
