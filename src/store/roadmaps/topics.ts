import type { ArchivedTopic } from '../../roadmap/matching/archived.ts';
import { type Outline, outline, type TopicNode, topicId } from '../../roadmap/outline.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Db } from '../schema.ts';

/** Rows that are written by one statement. */
const ROWS = 500;

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

/** The topics that have left a roadmap, in the order in which they left. */
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
    // Written by `placeTopics` below, and by nothing else.
    links: links === null ? [] : JSON.parse(links),
  }));
}

/**
 * Brings the topics into the world that a roadmap has not had before.
 * @param known the ids of those that are there already, by key
 * @param version the number of the version that they come with
 * @returns the roadmap, laid out with the ids of all
 */
export async function addTopics(
  trx: Db,
  roadmapId: string,
  roadmap: Roadmap,
  known: ReadonlyMap<string, string>,
  version: number,
): Promise<Outline> {
  const born = await trx.selectFrom('topic').select('key').where('roadmap_id', '=', roadmapId).execute();
  const taken = new Set(born.map(({ key }) => key));
  const ids = new Map(known);
  for (const [key, id] of await sharedTopics(trx, roadmap, known)) ids.set(key, id);
  const rows = outline(roadmapId, roadmap)
    .nodes.filter(({ topic }) => !ids.has(topic.key))
    .map(({ topic: { key, title } }) => {
      // Another topic may have had this key before it left. Keys of files have no `#` in them.
      const birthKey = taken.has(key) ? `${key}#${version}` : key;
      const id = topicId(roadmapId, birthKey);
      ids.set(key, id);
      return { id, roadmap_id: roadmapId, key: birthKey, title };
    });
  for (const some of inChunks(rows)) await trx.insertInto('topic').values(some).execute();
  return outline(roadmapId, roadmap, ids);
}

/**
 * Reads the ids of topics that the file says are the same skill as a topic of a bundled roadmap (`same:`), by key. They are one
 * topic, so ticks, proofs and reviews count in both. Only bundled roadmaps are shared in this way: nobody reaches the topics of
 * another server or member by naming them.
 */
async function sharedTopics(
  trx: Db,
  roadmap: Roadmap,
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const shared = new Map<string, string>();
  const used = new Set(known.values());
  for (const { topic } of outline('', roadmap).nodes) {
    if (known.has(topic.key) || topic.children.length > 0) continue;
    for (const name of topic.same) {
      const id = await bundledTopic(trx, name);
      if (id === null || used.has(id)) continue;
      used.add(id);
      shared.set(topic.key, id);
      break;
    }
  }
  return shared;
}

/** The id of a topic of a bundled roadmap, named as `roadmap/key`; null if there is none. */
async function bundledTopic(trx: Db, name: string): Promise<string | null> {
  const slash = name.indexOf('/');
  const [roadmapId, key] = [name.slice(0, slash), name.slice(slash + 1)];
  const row = await trx
    .selectFrom('roadmap_topic')
    .select('topic_id')
    .where('roadmap_topic.roadmap_id', '=', roadmapId)
    .where('key', '=', key)
    .where('archived_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(
            eb
              .selectFrom('guild_roadmap')
              .select('guild_id')
              .where('guild_roadmap.roadmap_id', '=', roadmapId),
          ),
          eb.exists(
            eb
              .selectFrom('member_roadmap')
              .select('user_id')
              .where('member_roadmap.roadmap_id', '=', roadmapId),
          ),
        ]),
      ),
    )
    .executeTakeFirst();
  return row?.topic_id ?? null;
}

/** Puts the topics of a roadmap where its new version has them, and archives what that version does not have. */
export async function placeTopics(trx: Db, after: Outline, version: number, at: number): Promise<void> {
  const before = await liveTopics(trx, after.id);
  const gone = [...before.values()].filter((id) => !after.byId.has(id));
  for (const some of inChunks(gone)) {
    await trx
      .updateTable('roadmap_topic')
      .set({ archived_at: at, archived_in: version })
      .where('roadmap_id', '=', after.id)
      .where('topic_id', 'in', some)
      .execute();
  }
  for (const some of inChunks(after.nodes.map((node) => toRow(after.id, node)))) {
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
  await renameTopics(trx, after);
}

/** A topic is called as it is where it came into the world; a copy of that roadmap may call it otherwise. */
async function renameTopics(trx: Db, { id, byId }: Outline): Promise<void> {
  const born = await trx.selectFrom('topic').select(['id', 'title']).where('roadmap_id', '=', id).execute();
  for (const topic of born) {
    const title = byId.get(topic.id)?.topic.title ?? topic.title;
    if (title !== topic.title)
      await trx.updateTable('topic').set({ title }).where('id', '=', topic.id).execute();
  }
}

function toRow(roadmapId: string, { id, topic, parent, section, order }: TopicNode) {
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

export function* inChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS) yield rows.slice(at, at + ROWS);
}
