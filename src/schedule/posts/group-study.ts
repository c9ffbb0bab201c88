import type { TopicNode } from '../../roadmap/outline.ts';
import type { Guild } from '../../store/members/guilds.ts';
import { activityOf, activityOfGroup } from '../../store/progress/activities.ts';
import { progressOfGroup } from '../../store/progress/progress.ts';
import { proofsOfGroup, type Proven, provenInGroup } from '../../store/proofs/roadmap-proofs.ts';
import { cardsOfGroup } from '../../store/review/reviews.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { followedByGuild } from '../../store/roadmaps/followed.ts';
import { type LoadedRoadmap, loadRoadmaps, type Shelf } from '../../store/roadmaps/library.ts';
import type { Db } from '../../store/schema.ts';
import type { Activity, Entry, Progress } from '../../study/progress/progress.ts';
import { isProven, type Proofs } from '../../study/proofs/proof.ts';
import type { KeptCards } from '../../study/review/review.ts';
import type { Span } from '../../time/study-day.ts';

/** The study of everybody who joined in a server, on all roadmaps that it follows taken together. */
export interface GroupStudy {
  /** By user id, as `proofs` and `cards`. */
  readonly members: ReadonlyMap<string, Progress>;
  readonly proofs: ReadonlyMap<string, Proofs>;
  readonly cards: ReadonlyMap<string, KeptCards>;
  /** The changes of topics, oldest first. A change of a topic that is in several roadmaps is listed once. */
  readonly activity: readonly Activity[];
}

/** Reads the roadmaps that a server follows, the default one first, with titles in its language. */
export async function roadmapsOf(shelf: Shelf, guild: Guild): Promise<readonly LoadedRoadmap[]> {
  return loadRoadmaps(shelf, await followedByGuild(shelf.db, guild.id, guild.roadmapId), guild.locale);
}

/** Reads the study of a server's members on some roadmaps. */
export async function groupStudyOf(
  db: Db,
  guildId: string,
  roadmaps: readonly LoadedRoadmap[],
): Promise<GroupStudy> {
  const members: ReadonlyMap<string, Progress>[] = [];
  const proofs: ReadonlyMap<string, Proofs>[] = [];
  const cards: ReadonlyMap<string, KeptCards>[] = [];
  for (const { id } of roadmaps) {
    members.push(await progressOfGroup(db, guildId, id));
    proofs.push(await proofsOfGroup(db, guildId, id));
    cards.push(await cardsOfGroup(db, guildId, id));
  }
  return {
    members: together(members),
    proofs: together(proofs),
    cards: together(cards),
    activity: await changesOn(roadmaps, ({ id }) => activityOfGroup(db, guildId, id)),
  };
}

/** Reads one member's study on some roadmaps, taken together. */
export async function ownStudyOf(
  db: Db,
  userId: string,
  roadmaps: readonly LoadedRoadmap[],
): Promise<{ readonly progress: Progress; readonly activity: readonly Activity[] }> {
  const progress: [string, Entry][] = [];
  for (const roadmap of roadmaps) progress.push(...(await studyOf(db, userId, roadmap)).progress);
  return {
    progress: new Map(progress),
    activity: await changesOn(roadmaps, ({ id }) => activityOf(db, userId, id)),
  };
}

/** A topic as it stands in the first of some roadmaps that has it. */
export function nodeIn(roadmaps: readonly LoadedRoadmap[], topicId: string): TopicNode | undefined {
  return roadmaps.flatMap(({ byId }) => byId.get(topicId) ?? [])[0];
}

/**
 * Reads how topics were changed. If a topic is in several roadmaps, its change is read with the first of them. If one
 * deed changed topics of several roadmaps, because they are the same skill, only the first of these changes is read.
 */
async function changesOn(
  roadmaps: readonly LoadedRoadmap[],
  read: (roadmap: LoadedRoadmap) => Promise<readonly Activity[]>,
): Promise<readonly Activity[]> {
  const all: Activity[] = [];
  const deeds = new Set<string>();
  for (const [index, roadmap] of roadmaps.entries()) {
    const before = roadmaps.slice(0, index);
    const changes = (await read(roadmap)).filter(
      ({ topicId, deed = '' }) => nodeIn(before, topicId) === undefined && !deeds.has(deed),
    );
    for (const { deed = '' } of changes) if (deed !== '') deeds.add(deed);
    all.push(...changes);
  }
  return all.toSorted((a, b) => a.at - b.at);
}

/**
 * Reads which topics became proven in a span of time. A topic is listed once for each member who did all that one of
 * the roadmaps asks for.
 */
export async function newlyProven(
  db: Db,
  guildId: string,
  roadmaps: readonly LoadedRoadmap[],
  { members, proofs }: Pick<GroupStudy, 'members' | 'proofs'>,
  span: Span,
): Promise<readonly { readonly userId: string; readonly topicId: string }[]> {
  const found: Proven[] = [];
  // A topic may be in several roadmaps, and one work may prove other topics of its skill. Both are told once.
  const told = new Set<string>();
  for (const { id, byId } of roadmaps) {
    for (const proven of await provenInGroup(db, guildId, id, span)) {
      const { userId, topicId, proofId } = proven;
      const node = byId.get(topicId);
      const [progress, shown] = [members.get(userId), proofs.get(userId)];
      if (node === undefined || progress === undefined || shown === undefined) continue;
      const [topic, work] = [`topic ${userId} ${topicId}`, `work ${proofId}`];
      if (told.has(topic) || told.has(work) || !isProven(node, progress, shown)) continue;
      told.add(topic).add(work);
      found.push(proven);
    }
  }
  return found;
}

/** Merges what is stored by member and topic for each roadmap. */
function together<T>(
  parts: readonly ReadonlyMap<string, ReadonlyMap<string, T>>[],
): ReadonlyMap<string, ReadonlyMap<string, T>> {
  const users = new Set(parts.flatMap((part) => [...part.keys()]));
  return new Map(
    [...users].map((userId) => [userId, new Map(parts.flatMap((part) => [...(part.get(userId) ?? [])]))]),
  );
}
