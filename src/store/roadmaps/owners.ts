import { outline } from '../../roadmap/outline.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Db } from '../schema.ts';
import type { RoadmapRow } from './tables.ts';
import type { CurrentVersion } from './current.ts';
import type { ReadAs } from './read-as.ts';
import { addTopics } from './new-topics.ts';
import { copyArchived } from './topics.ts';
import { keptVersion, writeVersion } from './version.ts';

/** The owner of a roadmap: a guild or a member. Bundled roadmaps have none. */
export type Owner = { readonly guildId: string } | { readonly userId: string };

/** A roadmap to be stored. */
export interface NewRoadmap {
  readonly id: string;
  readonly source: string;
  /** What its source reads as. */
  readonly roadmap: Roadmap;
  readonly readAs?: ReadAs;
  /** Null if it is bundled. */
  readonly owner: Owner | null;
  /** Null if the program made it. */
  readonly madeBy: string | null;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * Stores a new roadmap with its first version. Call it within a transaction.
 * @returns the number of that version
 */
export async function createRoadmap(
  trx: Db,
  { id, source, roadmap, readAs = {}, owner, madeBy, at }: NewRoadmap,
): Promise<number> {
  await insertRoadmap(
    trx,
    { id, title: roadmap.title, source, base_id: null, base_revision: null },
    owner,
    at,
  );
  const laidOut = await addTopics(trx, id, roadmap, new Map(), FIRST);
  await writeVersion(trx, { ...PLAIN, number: FIRST, source, readAs, outline: laidOut, madeBy, at });
  return FIRST;
}

/**
 * Makes a guild's or a member's own copy of a roadmap. Call it within a transaction. The copy has the same topics, so
 * progress counts in both, and the same open questions about topics that have left.
 * @param base the version to be copied, which is the one in use
 */
export async function copyRoadmap(
  trx: Db,
  base: CurrentVersion,
  { id, owner, madeBy, at }: Omit<NewRoadmap, 'source' | 'roadmap' | 'readAs'>,
): Promise<void> {
  const { tree, nodes } = base.outline;
  const { source, readAs, number } = base;
  const row = { id, title: tree.title, source, base_id: base.outline.id, base_revision: number };
  await insertRoadmap(trx, row, owner, at);
  const ids = new Map(nodes.map(({ topic, id: topicId }) => [topic.key, topicId]));
  const questions = (await keptVersion(trx, base.outline.id, number))?.questions ?? [];
  await writeVersion(trx, {
    ...PLAIN,
    number: FIRST,
    source,
    readAs,
    outline: outline(id, tree, ids),
    questions,
    madeBy,
    at,
  });
  await copyArchived(
    trx,
    { from: base.outline.id, to: id },
    questions.map(({ topicId }) => topicId),
  );
}

/** The number of a roadmap's first version. */
const FIRST = 1;
const PLAIN = { carries: [], inForce: [], questions: [], restores: null } as const;

async function insertRoadmap(
  trx: Db,
  row: Omit<RoadmapRow, 'revision' | 'updated_at' | 'read_as'>,
  owner: Owner | null,
  at: number,
): Promise<void> {
  await trx
    .insertInto('roadmap')
    .values({ ...row, revision: FIRST, updated_at: at })
    .execute();
  const own = { roadmap_id: row.id, created_at: at };
  if (owner === null) return;
  if ('guildId' in owner) {
    await trx
      .insertInto('guild_roadmap')
      .values({ ...own, guild_id: owner.guildId })
      .execute();
  } else {
    await trx
      .insertInto('member_roadmap')
      .values({ ...own, user_id: owner.userId })
      .execute();
  }
}

/** A roadmap in a list. */
export interface NamedRoadmap {
  readonly id: string;
  readonly title: string;
}

/** The roadmaps of a guild or a member, oldest first. */
export function ownRoadmaps(db: Db, owner: Owner): Promise<readonly NamedRoadmap[]> {
  const roadmaps = db.selectFrom('roadmap').select(['roadmap.id', 'title']);
  if ('guildId' in owner) {
    return roadmaps
      .innerJoin('guild_roadmap', 'roadmap_id', 'roadmap.id')
      .where('guild_id', '=', owner.guildId)
      .orderBy('created_at')
      .orderBy('roadmap.id')
      .execute();
  }
  return roadmaps
    .innerJoin('member_roadmap', 'roadmap_id', 'roadmap.id')
    .where('user_id', '=', owner.userId)
    .orderBy('created_at')
    .orderBy('roadmap.id')
    .execute();
}

/** Whether a guild or a member owns a roadmap. */
export async function isOwnedBy(db: Db, owner: Owner, roadmapId: string): Promise<boolean> {
  return (await ownRoadmaps(db, owner)).some(({ id }) => id === roadmapId);
}

/** Whether a roadmap belongs to nobody, because it comes with Roadmate. */
export async function isBundled(db: Db, roadmapId: string): Promise<boolean> {
  const row = await db
    .selectFrom('roadmap')
    .leftJoin('guild_roadmap', 'guild_roadmap.roadmap_id', 'roadmap.id')
    .leftJoin('member_roadmap', 'member_roadmap.roadmap_id', 'roadmap.id')
    .select('roadmap.id')
    .where('roadmap.id', '=', roadmapId)
    .where('guild_roadmap.guild_id', 'is', null)
    .where('member_roadmap.user_id', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The roadmap that a copy was made from, and the version of it that was last taken over. Null if the roadmap is no
 * copy.
 */
export async function baseOf(
  db: Db,
  roadmapId: string,
): Promise<{ readonly id: string; readonly revision: number } | null> {
  const row = await db
    .selectFrom('roadmap')
    .select(['base_id', 'base_revision'])
    .where('id', '=', roadmapId)
    .executeTakeFirst();
  const { base_id: id = null, base_revision: revision = null } = row ?? {};
  return id === null || revision === null ? null : { id, revision };
}

/** Notes that a copy has taken over or ignored a version of its original, so that this is not offered again. */
export async function noteBase(db: Db, roadmapId: string, revision: number): Promise<void> {
  await db.updateTable('roadmap').set({ base_revision: revision }).where('id', '=', roadmapId).execute();
}
