import type { ArchivedTopic } from '../../roadmap/matching/archived.ts';
import { turn } from '../../roadmap/in-turns.ts';
import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Db } from '../schema.ts';
import { shiftsBetween, shiftTopics } from './shifts.ts';
import type { RoadmapTopicRow } from './tables.ts';

/** How many rows one statement writes. Together with building it, that takes a few milliseconds. */
const ROWS = 200;

/** The ids of the topics that a roadmap has now, by key, in file order. */
export async function liveTopics(db: Db, roadmapId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('roadmap_topic')
    .select(['key', 'topic_id'])
    .where('roadmap_id', '=', roadmapId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .execute();
  return new Map(rows.map(({ key, topic_id }) => [key, topic_id]));
}

/** The topics that have left a roadmap, in the order of leaving. */
export async function archivedTopics(db: Db, roadmapId: string): Promise<readonly ArchivedTopic[]> {
  const rows = await db
    .selectFrom('roadmap_topic')
    .select(['topic_id', 'key', 'title', 'holder', 'links'])
    .where('roadmap_id', '=', roadmapId)
    .where('archived_at', 'is not', null)
    .orderBy('archived_at')
    .orderBy('position')
    .execute();
  return rows.map(({ topic_id, key, title, holder, links }) => ({
    id: topic_id,
    key,
    title,
    holder,
    // Only `placeTopics` below writes them.
    links: links === null ? [] : JSON.parse(links),
  }));
}

/** Gives the copy of a roadmap some of the topics that had left the original. In the copy, they left with its first version. */
export async function copyArchived(
  trx: Db,
  { from, to }: { readonly from: string; readonly to: string },
  topicIds: readonly string[],
): Promise<void> {
  if (topicIds.length === 0) return;
  const rows = await trx
    .selectFrom('roadmap_topic')
    .selectAll()
    .where('roadmap_id', '=', from)
    .where('topic_id', 'in', topicIds)
    .execute();
  for (const some of inChunks(rows.map((row) => ({ ...row, roadmap_id: to, archived_in: 1 })))) {
    await trx.insertInto('roadmap_topic').values(some).execute();
  }
}

/** Stores the topics of a roadmap as its new version has them, and archives those that are no longer in it. */
export async function placeTopics(trx: Db, after: Outline, version: number, at: number): Promise<void> {
  const before = await rowsOf(trx, after.id);
  await turn();
  const gone = [...before.values()].flatMap(({ topic_id, archived_at }) =>
    archived_at === null && !after.byId.has(topic_id) ? [topic_id] : [],
  );
  for (const some of inChunks(gone)) {
    await trx
      .updateTable('roadmap_topic')
      .set({ archived_at: at, archived_in: version })
      .where('roadmap_id', '=', after.id)
      .where('topic_id', 'in', some)
      .execute();
  }
  // An edit changes a few topics, and moves all behind them, and a roadmap may have thousands.
  const shifts = shiftsBetween(before.values(), after);
  await shiftTopics(trx, after.id, shifts);
  const shifted = new Set(shifts.flatMap(({ topicIds }) => topicIds));
  const changed = after.nodes
    .map((node) => toRow(after.id, node))
    .filter((row) => !isSame(row, before.get(row.topic_id), shifted.has(row.topic_id)));
  for (const some of inChunks(changed)) {
    await turn();
    await trx
      .insertInto('roadmap_topic')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['topic_id', 'roadmap_id']).doUpdateSet((eb) => ({
          key: eb.ref('excluded.key'),
          title: eb.ref('excluded.title'),
          position: eb.ref('excluded.position'),
          holder: eb.ref('excluded.holder'),
          links: eb.ref('excluded.links'),
          archived_at: null,
          archived_in: null,
        })),
      )
      .execute();
  }
  await renameTopics(
    trx,
    after,
    changed.flatMap(({ topic_id, title }) => {
      const stored = before.get(topic_id);
      return stored === undefined || stored.title === title ? [] : [topic_id];
    }),
  );
}

/** Renames topics whose first roadmap this is. In a copy of the roadmap they may have other titles. */
async function renameTopics(trx: Db, { id, byId }: Outline, changed: readonly string[]): Promise<void> {
  for (const some of inChunks(changed)) {
    const born = await trx
      .selectFrom('topic')
      .select(['id', 'title'])
      .where('roadmap_id', '=', id)
      .where('id', 'in', some)
      .execute();
    for (const topic of born) {
      const title = byId.get(topic.id)?.topic.title ?? topic.title;
      if (title !== topic.title)
        await trx.updateTable('topic').set({ title }).where('id', '=', topic.id).execute();
    }
  }
}

async function rowsOf(trx: Db, roadmapId: string): Promise<ReadonlyMap<string, RoadmapTopicRow>> {
  const rows = await trx
    .selectFrom('roadmap_topic')
    .selectAll()
    .where('roadmap_id', '=', roadmapId)
    .execute();
  return new Map(rows.map((row) => [row.topic_id, row]));
}

/** @param isShifted whether the topic has its new place already */
function isSame(row: RoadmapTopicRow, stored: RoadmapTopicRow | undefined, isShifted: boolean): boolean {
  return (
    stored !== undefined &&
    row.key === stored.key &&
    row.title === stored.title &&
    (isShifted || row.position === stored.position) &&
    row.holder === stored.holder &&
    row.links === stored.links &&
    stored.archived_at === null
  );
}

function toRow(roadmapId: string, { id, topic, parent, section, order }: TopicNode): RoadmapTopicRow {
  return {
    topic_id: id,
    roadmap_id: roadmapId,
    key: topic.key,
    title: topic.title,
    position: order,
    holder: parent?.topic.title ?? section.title,
    links: JSON.stringify(topic.resources.map(({ url }) => url)),
    archived_at: null,
    archived_in: null,
  };
}

/** Cuts rows into chunks that one statement can write. */
export function* inChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS) yield rows.slice(at, at + ROWS);
}
