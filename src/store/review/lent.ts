import type { Actor } from '../actor.ts';
import { chooseInGroup, fromMembersOf } from '../members/memberships.ts';
import type { Db } from '../schema.ts';

/** A cheat code with which others of the group may review. */
export interface LentWork {
  readonly proofId: string;
  readonly topicId: string;
  readonly authorId: string;
}

/** Whether a member lets others of the group review with what they shared there. */
export async function lendsWork(db: Db, guildId: string, userId: string): Promise<boolean> {
  const row = await fromMembersOf(db, guildId)
    .select('lends_work')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.lends_work === 1;
}

/** Whether a member has shared a cheat code with the group and could lend it. */
export async function hasToLend(db: Db, guildId: string, userId: string): Promise<boolean> {
  const row = await fromMembersOf(db, guildId)
    .innerJoin('proof', 'proof.user_id', 'membership.user_id')
    .innerJoin('proof_share', 'proof_share.proof_id', 'proof.id')
    .select('proof.id')
    .where('membership.user_id', '=', userId)
    .where('membership.lends_work', '=', 0)
    .where('proof.method', '=', 'cheatcode')
    .where('proof_share.guild_id', '=', guildId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Stores whether others may review with what a member shared.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function chooseLending(db: Db, actor: Actor, guildId: string, isOn: boolean): Promise<void> {
  return chooseInGroup(db, actor, guildId, { lends_work: isOn ? 1 : 0 });
}

/**
 * The cheat codes of others that a member can review with: shared with the group, by authors who lend them and are still
 * in it, on topics of a roadmap that the member has done.
 */
export async function lentWork(
  db: Db,
  guildId: string,
  userId: string,
  roadmapId: string,
): Promise<readonly LentWork[]> {
  const rows = await fromMembersOf(db, guildId)
    .innerJoin('proof', 'proof.user_id', 'membership.user_id')
    .innerJoin('proof_share', 'proof_share.proof_id', 'proof.id')
    .innerJoin('progress', 'progress.topic_id', 'proof.topic_id')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'proof.topic_id')
    .select(['proof.id', 'proof.topic_id', 'proof.user_id'])
    .where('membership.lends_work', '=', 1)
    .where('proof.user_id', '!=', userId)
    .where('proof.method', '=', 'cheatcode')
    .where('proof_share.guild_id', '=', guildId)
    .where('proof_share.withdrawn_at', 'is', null)
    .where('progress.user_id', '=', userId)
    .where('progress.state', '=', 'done')
    .where('roadmap_topic.roadmap_id', '=', roadmapId)
    .orderBy('proof.id')
    .execute();
  return rows.map(({ id, topic_id, user_id }) => ({ proofId: id, topicId: topic_id, authorId: user_id }));
}
