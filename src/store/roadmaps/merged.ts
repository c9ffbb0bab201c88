import type { Carry } from '../../roadmap/matching/carries.ts';
import type { Db } from '../schema.ts';

/**
 * Notes the topics that were merged into one, and those that had been merged into them before. Such a topic is always
 * new, so this stays true: after an undo the topic is gone from the roadmap, and the others are back with all of theirs.
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
