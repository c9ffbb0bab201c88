import { NAMED_TOPIC } from './named-topic.ts';
import type { Db } from '../schema.ts';

/** What is stored about a member's roadmaps; instants in epoch ms. */
export interface RoadmapData {
  /** Their own roadmaps, in the version in use. */
  readonly own: readonly {
    readonly roadmap: string;
    readonly title: string;
    readonly source: string;
    readonly createdAt: number;
  }[];
  /** The roadmaps that they follow in addition to their default one. */
  readonly followed: readonly { readonly roadmap: string; readonly since: number }[];
  /** The versions that they made, also of others' roadmaps. */
  readonly versions: readonly {
    readonly roadmap: string;
    readonly number: number;
    readonly at: number;
  }[];
}

/** What a member proposed for the roadmaps of their groups; instants in epoch ms. */
export function proposalsBy(db: Db, userId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('topic', 'topic.id', 'proposal.topic_id')
    .select([...NAMED_TOPIC, 'proposal.id', 'guild_id as guildId', 'kind', 'text', 'at', 'accepted'])
    .select(['decided_at as decidedAt', 'told_at as toldAt'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('proposal.id')
    .execute();
}

/** Reads what is stored about a member's roadmaps, oldest first. */
export async function roadmapDataOf(db: Db, userId: string): Promise<RoadmapData> {
  const own = await db
    .selectFrom('member_roadmap')
    .innerJoin('roadmap', 'roadmap.id', 'member_roadmap.roadmap_id')
    .select(['roadmap.id as roadmap', 'title', 'source', 'created_at as createdAt'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('roadmap.id')
    .execute();
  const followed = await db
    .selectFrom('member_follow')
    .select(['roadmap_id as roadmap', 'since'])
    .where('user_id', '=', userId)
    .orderBy('since')
    .orderBy('roadmap_id')
    .execute();
  const versions = await db
    .selectFrom('roadmap_version')
    .select(['roadmap_id as roadmap', 'number', 'at'])
    .where('made_by', '=', userId)
    .orderBy('at')
    .orderBy('roadmap_id')
    .execute();
  return { own, followed, versions };
}

/** An import of a member that was not applied yet; `at`: epoch ms. */
export interface ImportData {
  readonly source: string;
  readonly link: string | null;
  readonly at: number;
}

/** Reads a member's imports that were not applied, oldest first. */
export function importsOf(db: Db, userId: string): Promise<readonly ImportData[]> {
  return db
    .selectFrom('roadmap_import')
    .select(['source', 'link', 'at'])
    .where('user_id', '=', userId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/**
 * Deletes the roadmaps of a member who has deleted their data, and their name on versions of others' roadmaps. Call
 * it within a transaction.
 * @param own the roadmaps that were theirs
 */
export async function forgetRoadmapsOf(trx: Db, userId: string, own: RoadmapData['own']): Promise<void> {
  await trx.updateTable('roadmap_version').set({ made_by: null }).where('made_by', '=', userId).execute();
  for (const { roadmap } of own) {
    await trx
      .deleteFrom('roadmap')
      .where('id', '=', roadmap)
      .where((eb) =>
        eb.not(
          eb.exists(eb.selectFrom('member_roadmap').select('user_id').where('roadmap_id', '=', roadmap)),
        ),
      )
      .execute();
  }
}
