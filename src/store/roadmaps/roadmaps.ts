import { prepared } from '../prepared.ts';
import type { CopiedRoadmap } from './copied-roadmap.ts';
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
  /** Since when that version is in use; epoch ms. */
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
  return (await revisions(db, { id })).rows[0]?.revision ?? null;
}

const revisions = prepared((db: Db, { id }: { readonly id: string }) =>
  db.selectFrom('roadmap').select('revision').where('id', '=', id),
);

/** The roadmaps that a guild can follow, by title: those without an owner, and its own. */
export function roadmapTitles(db: Db, guildId: string): Promise<readonly CopiedRoadmap[]> {
  return db
    .selectFrom('roadmap')
    .select(['id', 'title', 'base_id as baseId'])
    .where((eb) =>
      eb.or([
        eb('id', 'in', (own) =>
          own.selectFrom('guild_roadmap').select('roadmap_id').where('guild_id', '=', guildId),
        ),
        eb.not(
          eb.or([
            eb.exists(
              eb.selectFrom('guild_roadmap').select('guild_id').whereRef('roadmap_id', '=', 'roadmap.id'),
            ),
            eb.exists(
              eb.selectFrom('member_roadmap').select('user_id').whereRef('roadmap_id', '=', 'roadmap.id'),
            ),
          ]),
        ),
      ]),
    )
    .orderBy('title')
    .orderBy('id')
    .execute();
}

/** A stored topic. It is found even if no guild follows its roadmap, and even if it has left the roadmap. */
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
