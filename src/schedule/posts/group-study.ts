import type { TopicNode } from '../../roadmap/outline.ts';
import { joinedInPieces } from '../../store/in-pieces.ts';
import type { Guild } from '../../store/members/guilds.ts';
import { changesOfMembers } from '../../store/progress/group-activities.ts';
import { progressOfMembers } from '../../store/progress/progress.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { countedBy, type MemberProof, proofsOfMembers } from '../../store/proofs/roadmap-proofs.ts';
import { cardsOfMembers } from '../../store/review/cards.ts';
import { followedByGuild } from '../../store/roadmaps/followed.ts';
import { type LoadedRoadmap, loadRoadmaps, type Shelf } from '../../store/roadmaps/library.ts';
import type { Db } from '../../store/schema.ts';
import type { Activity, Entry, Progress } from '../../study/progress/progress.ts';
import { isProven, type Proofs } from '../../study/proofs/proof.ts';
import type { KeptCards } from '../../study/review/review.ts';
import type { Span } from '../../time/study-day.ts';

/** One member's study on all roadmaps that a server follows taken together. */
export interface MemberStudy {
  readonly userId: string;
  readonly progress: Progress;
  /** Their work, and what it counts for. */
  readonly work: readonly MemberProof[];
  readonly proofs: Proofs;
  readonly cards: KeptCards;
  /** The changes of topics, oldest first. A change of a topic that is in several roadmaps is listed once. */
  readonly activity: readonly Activity[];
}

/** Reads the roadmaps that a server follows, the default one first, with titles in its language. */
export async function roadmapsOf(shelf: Shelf, guild: Guild): Promise<readonly LoadedRoadmap[]> {
  return loadRoadmaps(shelf, await followedByGuild(shelf.db, guild.id, guild.roadmapId), guild.locale);
}

/**
 * Reads the study of a server's members on some roadmaps, a few members at a time (see `joinedInPieces`). What a piece
 * says of a member is read within milliseconds, but what somebody does meanwhile may be in one of its tables and not yet
 * in another, as it may be between any two reads. A caller that needs an exact line draws it by the times of the acts.
 * @param roadmaps at least one
 */
export async function* groupStudyOf(
  db: Db,
  guildId: string,
  roadmaps: readonly LoadedRoadmap[],
): AsyncGenerator<readonly MemberStudy[]> {
  const roadmapIds = roadmaps.map(({ id }) => id);
  for await (const userIds of joinedInPieces(db, guildId)) {
    const progress = await progressOfMembers(db, userIds, roadmapIds);
    const proofs = await proofsOfMembers(db, userIds, roadmapIds);
    const cards = await cardsOfMembers(db, userIds, roadmapIds);
    const activity = await changesOfMembers(db, userIds);
    yield userIds.map((userId) => {
      const work = proofs.get(userId) ?? [];
      return {
        userId,
        progress: progress.get(userId) ?? new Map(),
        work,
        proofs: countedBy(work),
        cards: cards.get(userId) ?? new Map(),
        activity: changesOn(roadmaps, activity.get(userId) ?? []),
      };
    });
  }
}

/** Reads one member's study on some roadmaps, taken together. */
export async function ownStudyOf(
  db: Db,
  userId: string,
  roadmaps: readonly LoadedRoadmap[],
): Promise<{ readonly progress: Progress; readonly activity: readonly Activity[] }> {
  const progress = new Map<string, Entry>();
  for (const roadmap of roadmaps)
    for (const [topicId, entry] of (await studyOf(db, userId, roadmap)).progress)
      progress.set(topicId, entry);
  const changes = (await changesOfMembers(db, [userId])).get(userId) ?? [];
  return { progress, activity: changesOn(roadmaps, changes) };
}

/** A topic as it stands in the first of some roadmaps that has it. */
export function nodeIn(roadmaps: readonly LoadedRoadmap[], topicId: string): TopicNode | undefined {
  return roadmaps.flatMap(({ byId }) => byId.get(topicId) ?? [])[0];
}

/**
 * Chooses a member's changes of the topics of some roadmaps. If a topic is in several roadmaps, its change is listed with
 * the first of them. If one deed changed topics of several roadmaps, because they are the same skill, only the first of
 * these changes is listed.
 * @param all their changes on any roadmaps, oldest first
 */
function changesOn(roadmaps: readonly LoadedRoadmap[], all: readonly Activity[]): readonly Activity[] {
  const placed = Map.groupBy(all, ({ topicId }) => roadmaps.findIndex(({ byId }) => byId.has(topicId)));
  const chosen = new Set<Activity>();
  const deeds = new Set<string>();
  for (const place of roadmaps.keys()) {
    const changes = (placed.get(place) ?? []).filter(({ deed = '' }) => !deeds.has(deed));
    for (const change of changes) {
      chosen.add(change);
      if (change.deed !== undefined) deeds.add(change.deed);
    }
  }
  return all.filter((change) => chosen.has(change));
}

/**
 * Which topics became proven for a member in a span of time, earliest first. A topic is listed once if they did all that
 * one of the roadmaps asks for. Imported proofs are left out.
 */
export function newlyProven(
  roadmaps: readonly LoadedRoadmap[],
  { progress, proofs, work }: Pick<MemberStudy, 'progress' | 'proofs' | 'work'>,
  { from, to }: Span,
): readonly { readonly topicId: string; readonly at: number }[] {
  const found: { readonly topicId: string; readonly at: number }[] = [];
  // A topic may be in several roadmaps, and one work may prove other topics of its skill. Both are told once.
  const told = new Set<string>();
  const news = work
    .filter(({ provenAt: at, isImported }) => at !== null && at >= from && at < to && !isImported)
    .toSorted((a, b) => (a.provenAt ?? 0) - (b.provenAt ?? 0) || (a.topicId < b.topicId ? -1 : 1));
  for (const { byId } of roadmaps) {
    for (const { topicId, proofId, provenAt } of news) {
      const node = byId.get(topicId);
      const [topic, proof] = [`topic ${topicId}`, `work ${proofId}`];
      if (node === undefined || told.has(topic) || told.has(proof)) continue;
      if (!isProven(node, progress, proofs)) continue;
      told.add(topic).add(proof);
      found.push({ topicId, at: provenAt ?? 0 });
    }
  }
  return found;
}
