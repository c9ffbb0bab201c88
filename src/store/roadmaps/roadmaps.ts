import { outline } from '../../roadmap/outline.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Db } from '../schema.ts';

export interface StoredRoadmap {
  readonly id: string;
  readonly title: string;
  /** The Markdown that it is read from. */
  readonly source: string;
  /** Counts up with each change of the source. */
  readonly revision: number;
}

/** What a seeding changed, as topic keys. */
export interface Seeding {
  readonly added: readonly string[];
  readonly archived: readonly string[];
  readonly restored: readonly string[];
}

/** Nothing has changed. */
export const UNCHANGED: Seeding = { added: [], archived: [], restored: [] };

/**
 * Brings a roadmap and its topics to what its source says, in one transaction. Topics are known by their keys: a
 * renamed one keeps everybody's progress, one that is gone is archived with its history, and comes back with it.
 * @param roadmap what `source` reads as
 * @param now epoch ms
 */
export async function seedRoadmap(
  db: Db,
  id: string,
  roadmap: Roadmap,
  source: string,
  now: number,
): Promise<Seeding> {
  const stored = await storedRoadmap(db, id);
  if (stored?.source === source) return UNCHANGED;

  return db.transaction().execute(async (trx) => {
    const row = { id, title: roadmap.title, source, revision: (stored?.revision ?? 0) + 1, updated_at: now };
    await trx
      .insertInto('roadmap')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();

    const before = await trx
      .selectFrom('topic')
      .select(['key', 'archived_at'])
      .where('roadmap_id', '=', id)
      .execute();
    const archivedBefore = new Map(before.map((topic) => [topic.key, topic.archived_at !== null]));
    const { nodes, byKey } = outline(id, roadmap);

    for (const node of nodes) {
      const topic = { key: node.topic.key, title: node.topic.title, position: node.order };
      await trx
        .insertInto('topic')
        .values({ id: node.id, roadmap_id: id, ...topic, archived_at: null })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...topic, archived_at: null }))
        .execute();
    }
    const archived = before.filter((topic) => topic.archived_at === null && !byKey.has(topic.key));
    for (const topic of archived) {
      await trx
        .updateTable('topic')
        .set({ archived_at: now })
        .where('roadmap_id', '=', id)
        .where('key', '=', topic.key)
        .execute();
    }
    const keys = nodes.map((node) => node.topic.key);
    return {
      added: keys.filter((key) => !archivedBefore.has(key)),
      archived: archived.map((topic) => topic.key),
      restored: keys.filter((key) => archivedBefore.get(key) === true),
    };
  });
}

/** @returns the roadmap as it is stored, or null */
export async function storedRoadmap(db: Db, id: string): Promise<StoredRoadmap | null> {
  const row = await db
    .selectFrom('roadmap')
    .select(['id', 'title', 'source', 'revision'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns the revision, or null if there is no such roadmap */
export async function roadmapRevision(db: Db, id: string): Promise<number | null> {
  const row = await db.selectFrom('roadmap').select('revision').where('id', '=', id).executeTakeFirst();
  return row?.revision ?? null;
}

/** Every roadmap's id and title, by title. */
export function roadmapTitles(db: Db): Promise<readonly { id: string; title: string }[]> {
  return db.selectFrom('roadmap').select(['id', 'title']).orderBy('title').orderBy('id').execute();
}

/** A topic as it is stored, whichever roadmap a guild follows by now, and even if it has left its own. */
export async function storedTopic(
  db: Db,
  topicId: string,
): Promise<{ readonly roadmapId: string; readonly title: string } | null> {
  const row = await db
    .selectFrom('topic')
    .select(['roadmap_id as roadmapId', 'title'])
    .where('id', '=', topicId)
    .executeTakeFirst();
  return row ?? null;
}
