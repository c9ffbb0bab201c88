import type { Outline } from '../../roadmap/outline.ts';
import type { Db } from '../schema.ts';
import type { RoadmapTopicRow } from './tables.ts';

/** Topics that stand one behind the other, and have all moved by the same number of places. */
export interface Shift {
  /** The old positions of the first and the last one. */
  readonly first: number;
  readonly last: number;
  readonly by: number;
  readonly topicIds: readonly string[];
}

/** With more shifts than this, the topics are no longer in the order that they had, and are written one by one. */
const MOST = 20;

/** Finds the topics that moved because something in front of them came or went. Empty if there are too many. */
export function shiftsBetween(
  stored: Iterable<Pick<RoadmapTopicRow, 'topic_id' | 'position' | 'archived_at'>>,
  { byId }: Outline,
): readonly Shift[] {
  const shifts: { first: number; last: number; by: number; topicIds: string[] }[] = [];
  let before = 0;
  const kept = [...stored].flatMap(({ topic_id, position, archived_at }) => {
    const node = byId.get(topic_id);
    return node === undefined || archived_at !== null
      ? []
      : [{ topic_id, position, by: node.order - position }];
  });
  for (const { topic_id, position, by } of kept.toSorted((a, b) => a.position - b.position)) {
    const present = by === before ? shifts.at(-1) : undefined;
    before = by;
    if (by === 0) continue;
    if (present === undefined) shifts.push({ first: position, last: position, by, topicIds: [topic_id] });
    else {
      present.last = position;
      present.topicIds.push(topic_id);
    }
  }
  return shifts.length > MOST ? [] : shifts;
}

/** Moves the topics. Call it within a transaction, after the topics that left the roadmap were archived. */
export async function shiftTopics(trx: Db, roadmapId: string, shifts: readonly Shift[]): Promise<void> {
  const live = trx
    .updateTable('roadmap_topic')
    .where('roadmap_id', '=', roadmapId)
    .where('archived_at', 'is', null);
  // They go below zero first, so that no shift meets topics that another one has moved.
  for (const { first, last, by } of shifts) {
    await live
      .set((eb) => ({ position: eb(eb.val(-1 - by), '-', eb.ref('position')) }))
      .where('position', '>=', first)
      .where('position', '<=', last)
      .execute();
  }
  if (shifts.length === 0) return;
  await live
    .set((eb) => ({ position: eb(eb.val(-1), '-', eb.ref('position')) }))
    .where('position', '<', 0)
    .execute();
}
