import { joinedInPieces } from '../../src/store/in-pieces.ts';
import { membersAmong } from '../../src/store/members/memberships.ts';
import { changesOfMembers } from '../../src/store/progress/group-activities.ts';
import { progressOfMembers } from '../../src/store/progress/progress.ts';
import { countedBy, proofsOfMembers } from '../../src/store/proofs/roadmap-proofs.ts';
import type { Db } from '../../src/store/schema.ts';

/** All pieces of a group together, as nothing reads them that has to let others have their turn. */
async function whole<T>(
  db: Db,
  guildId: string,
  read: (userIds: readonly string[]) => Promise<T>,
): Promise<T[]> {
  const all: T[] = [];
  for await (const userIds of joinedInPieces(db, guildId)) all.push(await read(userIds));
  return all;
}

/** The progress of everybody who joined in a guild, by user id. */
export async function progressOfGroup(db: Db, guildId: string, roadmapId: string) {
  const pieces = await whole(db, guildId, (userIds) => progressOfMembers(db, userIds, [roadmapId]));
  return new Map(pieces.flatMap((piece) => [...piece]));
}

/** The proofs of everybody who joined in a guild, by user id. */
export async function proofsOfGroup(db: Db, guildId: string, roadmapId: string) {
  const pieces = await whole(db, guildId, (userIds) => proofsOfMembers(db, userIds, [roadmapId]));
  return new Map(pieces.flatMap((piece) => [...piece]).map(([userId, work]) => [userId, countedBy(work)]));
}

/** The settings of everybody who joined in a guild. */
export async function membersOf(db: Db, guildId: string) {
  const pieces = await whole(db, guildId, (userIds) => membersAmong(db, guildId, userIds));
  return pieces.flatMap((piece) => [...piece.values()]);
}

/** How everybody who joined in a guild changed the topics of a roadmap, oldest first. */
export async function activityOfGroup(db: Db, guildId: string, roadmapId: string) {
  const topics = await db
    .selectFrom('roadmap_topic')
    .select('topic_id')
    .where('roadmap_id', '=', roadmapId)
    .execute();
  const ids = new Set(topics.map(({ topic_id }) => topic_id));
  const pieces = await whole(db, guildId, (userIds) => changesOfMembers(db, userIds));
  const all = pieces.flatMap((piece) => [...piece.values()].flat());
  return all.filter(({ topicId }) => ids.has(topicId)).toSorted((a, b) => a.at - b.at);
}
