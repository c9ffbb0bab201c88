import { matchRoadmaps, type Match } from '../../roadmap/matching/match.ts';
import { inTurns } from '../../roadmap/in-turns.ts';
import type { Outline } from '../../roadmap/outline.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import { joinedIn } from '../members/memberships.ts';
import type { Db } from '../schema.ts';
import type { ReadAs } from './read-as.ts';
import { type CurrentVersion, currentVersion } from './current.ts';
import { archivedTopics } from './topics.ts';

/**
 * A new version of a roadmap, with the match between its topics and those of the version in use. `applyVersion` takes
 * it.
 */
export interface MatchedVersion {
  readonly roadmapId: string;
  /** The number of the version that it was compared with. */
  readonly shown: number;
  readonly before: Outline;
  readonly source: string;
  readonly readAs: ReadAs;
  /** What its source reads as. */
  readonly after: Roadmap;
  /** The ids of topics that the roadmap's original already has, if it is a copy; by new key. */
  readonly known: ReadonlyMap<string, string>;
  readonly match: Match;
}

/** A matched version, with what has to be shown before it is applied. */
export interface VersionPlan extends MatchedVersion {
  /** Whether so many topics have no certain match that it looks like another list. */
  readonly looksLikeAnother: boolean;
  /**
   * How many members are on each topic of the version in use or through with it, by topic id. Topics without members
   * have no entry.
   */
  readonly members: ReadonlyMap<string, number>;
}

/** The source of a new version. */
export interface NewSource {
  readonly roadmapId: string;
  readonly source: string;
  /** What the source reads as. */
  readonly roadmap: Roadmap;
  readonly readAs?: ReadAs;
  /** The guild whose members are counted; null for everybody. */
  readonly guildId: string | null;
  /** The ids of existing topics, by key. */
  readonly known?: ReadonlyMap<string, string>;
  /** The version in use, if the caller has it. Otherwise it is read. */
  readonly current?: CurrentVersion | null;
}

/** Nobody answers more questions one by one, unless the roadmap is very long. */
const MANY_QUESTIONS = { count: 20, share: 0.15 };

/**
 * Compares a new version of a roadmap with the one in use. Nothing is written, and other work can run in between.
 * @returns null if there is no such roadmap
 */
export async function planVersion(
  db: Db,
  { roadmapId, source, roadmap, readAs = {}, guildId, known = new Map(), current: atHand }: NewSource,
): Promise<VersionPlan | null> {
  const current = atHand ?? (await currentVersion(db, roadmapId));
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

/** How many members, of a guild or of all, are on each topic of a roadmap or through with it. */
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
