import type { Db } from '../schema.ts';
import { type ReadAs, toReadAs } from './read-as.ts';

export interface StoredRoadmap {
  readonly id: string;
  readonly title: string;
  /** The Markdown that it is read from. */
  readonly source: string;
  /** The number of the version in use. */
  readonly revision: number;
  readonly readAs: ReadAs;
  /** Since when it is in use; epoch ms. */
  readonly updatedAt: number;
}

/** @returns the roadmap as it is stored, or null */
export async function storedRoadmap(db: Db, id: string): Promise<StoredRoadmap | null> {
  const row = await db
    .selectFrom('roadmap')
    .select(['id', 'title', 'source', 'read_as', 'revision', 'updated_at as updatedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { read_as, ...stored } = row;
  return { ...stored, readAs: toReadAs(read_as) };
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
