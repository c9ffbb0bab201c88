import { matchRoadmaps, type Match } from '../../roadmap/matching/match.ts';
import { inTurns } from '../../roadmap/in-turns.ts';
import type { Outline } from '../../roadmap/outline.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import { joinedIn } from '../members/memberships.ts';
import type { Db } from '../schema.ts';
import type { ReadAs } from './read-as.ts';
import { currentVersion } from './current.ts';
import { archivedTopics } from './topics.ts';

/** A new version of a roadmap, and how its topics match those of the one in use: what `applyVersion` does. */
export interface MatchedVersion {
  readonly roadmapId: string;
  /** The version that it was compared with. */
  readonly shown: number;
  readonly before: Outline;
  readonly source: string;
  readonly readAs: ReadAs;
  /** What the source reads as. */
  readonly after: Roadmap;
  /** The ids of topics that are known already, for they stand in the roadmap that this one is a copy of; by new key. */
  readonly known: ReadonlyMap<string, string>;
  readonly match: Match;
}

/** A matched version with what is to be asked before it is put into use. */
export interface VersionPlan extends MatchedVersion {
  /** Whether so much is in question that it looks like another list altogether. */
  readonly looksLikeAnother: boolean;
  /** How many members are on each topic of the version in use or through with it, by topic id; none has no entry. */
  readonly members: ReadonlyMap<string, number>;
}

/** What is to become a version of a roadmap. */
export interface NewSource {
  readonly roadmapId: string;
  readonly source: string;
  /** What the source reads as. */
  readonly roadmap: Roadmap;
  readonly readAs?: ReadAs;
  /** Whose members are counted; null: everybody's. */
  readonly guildId: string | null;
  /** The ids of topics that are known already, by key. */
  readonly known?: ReadonlyMap<string, string>;
}

/** More questions than anybody answers one by one, unless the roadmap is very long. */
const MANY_QUESTIONS = { count: 20, share: 0.15 };

/**
 * Compares a new version of a roadmap with the one in use. Nothing is written, and the loop turns meanwhile.
 * @returns null if there is no such roadmap
 */
export async function planVersion(
  db: Db,
  { roadmapId, source, roadmap, readAs = {}, guildId, known = new Map() }: NewSource,
): Promise<VersionPlan | null> {
  const current = await currentVersion(db, roadmapId);
  if (current === null) return null;
  const { number: shown, outline: before } = current;
  const archived = await archivedTopics(db, roadmapId);
  const given = new Map(
    [...known].flatMap(([key, id]) => {
      const node = before.byId.get(id);
      return node === undefined ? [] : [[key, node.topic.key] as const];
    }),
  );
  const match = await inTurns(matchRoadmaps(before.tree, roadmap, { archived, given }));
  const { size } = match.likely;
  return {
    roadmapId,
    shown,
    before,
    source,
    readAs,
    after: roadmap,
    known,
    match,
    looksLikeAnother: size > MANY_QUESTIONS.count && size > MANY_QUESTIONS.share * before.nodes.length,
    members: await membersByTopic(db, roadmapId, guildId),
  };
}

/** How many members of a guild, or of all, are on each topic of a roadmap or through with it. */
export async function membersByTopic(
  db: Db,
  roadmapId: string,
  guildId: string | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('roadmap_topic')
    .innerJoin('progress', 'progress.topic_id', 'roadmap_topic.topic_id')
    .select((eb) => ['progress.topic_id', eb.fn.countAll<number>().as('members')])
    .where('roadmap_id', '=', roadmapId)
    .where('state', '!=', 'todo')
    .$if(guildId !== null, (query) => query.where('progress.user_id', 'in', joinedIn(db, guildId ?? '')))
    .groupBy('progress.topic_id')
    .execute();
  return new Map(rows.map(({ topic_id, members }) => [topic_id, members]));
}
