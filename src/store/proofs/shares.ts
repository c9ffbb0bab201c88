import { isEnough } from '../../study/teach-back.ts';
import { groupSize, joinedIn } from '../members/memberships.ts';
import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import { type Proof, proofWithId } from './proofs.ts';
import type { Selectable } from 'kysely';
import type { Db } from '../schema.ts';
import type { ProofShareRow } from './tables.ts';
import { write } from '../write.ts';

/** A piece of work that was shared with a group, and where it is posted and discussed there. */
export interface Share {
  readonly proofId: string;
  readonly guildId: string;
  /** Null if no message shows it. */
  readonly post: { readonly channelId: string; readonly messageId: string } | null;
  readonly threadId: string | null;
  /** Epoch ms. */
  readonly sharedAt: number;
}

/** @returns the share, or null if the work was not shared with this guild */
export async function shareOf(db: Db, proofId: string, guildId: string): Promise<Share | null> {
  const row = await db
    .selectFrom('proof_share')
    .selectAll()
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row === undefined ? null : toShare(row);
}

/** Every group that a piece of work was shared with. */
export async function sharesOf(db: Db, proofId: string): Promise<readonly Share[]> {
  const rows = await db
    .selectFrom('proof_share')
    .selectAll()
    .where('proof_id', '=', proofId)
    .orderBy('shared_at')
    .orderBy('guild_id')
    .execute();
  return rows.map(toShare);
}

/** Whether a guild may see a proof: it is shared there, and its author is still a member. */
export async function isShared(db: Db, proofId: string, guildId: string): Promise<boolean> {
  const row = await db
    .selectFrom('proof_share')
    .innerJoin('proof', 'proof.id', 'proof_share.proof_id')
    .select('proof_id')
    .where('proof_id', '=', proofId)
    .where('proof_share.guild_id', '=', guildId)
    .where('withdrawn_at', 'is', null)
    .where('proof.user_id', 'in', joinedIn(db, guildId))
    .executeTakeFirst();
  return row !== undefined;
}

/** A piece of work that a guild may see. Null if it is not shared there, or its author is no longer a member. */
export async function sharedProof(
  db: Db,
  proofId: string,
  guildId: string,
): Promise<{ readonly proof: Proof; readonly share: Share } | null> {
  if (!(await isShared(db, proofId, guildId))) return null;
  const proof = await proofWithId(db, proofId);
  const share = await shareOf(db, proofId, guildId);
  return proof === null || share === null ? null : { proof, share };
}

/**
 * Lets a guild see a piece of work, before it is posted there.
 * @returns whether the guild could not see it before
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function beginShare(db: Db, actor: Actor, proofId: string, guildId: string): Promise<boolean> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    return shareProof(trx, proofId, guildId, actor.at);
  });
}

/**
 * The same within a transaction that does more. `at`: epoch ms.
 * @returns whether the guild could not see it before
 */
export async function shareProof(trx: Db, proofId: string, guildId: string, at: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('proof_share')
    .values({ proof_id: proofId, guild_id: guildId, shared_at: at, tells: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['proof_id', 'guild_id'])
        .doUpdateSet({ withdrawn_at: null })
        .where('proof_share.withdrawn_at', 'is not', null),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Stores where a piece of work is posted and discussed. Null: nowhere any more. */
export async function placeShare(
  db: Db,
  { proofId, guildId }: Pick<Share, 'proofId' | 'guildId'>,
  { post, threadId }: Pick<Share, 'post' | 'threadId'>,
): Promise<void> {
  await db
    .updateTable('proof_share')
    .set({
      channel_id: post?.channelId ?? null,
      message_id: post?.messageId ?? null,
      thread_id: threadId,
    })
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .execute();
}

/**
 * Hides a piece of work from a guild until it is shared there again. The group's feedback is kept for that. `at`:
 * epoch ms.
 * @returns whether the guild could see it before
 */
export async function withdrawShare(db: Db, proofId: string, guildId: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('proof_share')
    .set({ withdrawn_at: at, tell_at: null })
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Hides all work whose post, or whose channel, was deleted. `at`: epoch ms. */
export async function withdrawPosted(
  db: Db,
  posts: { readonly messageIds: readonly string[] } | { readonly channelId: string },
  at: number,
): Promise<void> {
  const update = db
    .updateTable('proof_share')
    .set({ withdrawn_at: at, tell_at: null })
    .where('withdrawn_at', 'is', null);
  await (
    'channelId' in posts
      ? update.where('channel_id', '=', posts.channelId)
      : update.where('message_id', 'in', posts.messageIds)
  ).execute();
}

/** Ends the sharing of a piece of work with a guild, and deletes its members' feedback on it. */
export async function endShare(db: Db, proofId: string, guildId: string): Promise<void> {
  await db
    .deleteFrom('proof_share')
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .execute();
}

/**
 * Marks work as proven if enough others of a group agree. It stays proven even if they change their minds later,
 * because percentages, stages and congratulations depend on it, and some of them may have left. Only removing the
 * work ends it.
 * @param voices how many agree in this group
 * @param at epoch ms
 * @returns whether it has just become proven
 */
export async function proveIfEnough(
  trx: Db,
  proofId: string,
  guildId: string,
  voices: number,
  at: number,
): Promise<boolean> {
  if (!isEnough(voices, await groupSize(trx, guildId))) return false;
  const { numUpdatedRows } = await trx
    .updateTable('proof')
    .set({ proven_at: at })
    .where('id', '=', proofId)
    .where('proven_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function toShare(row: Selectable<ProofShareRow>): Share {
  const { proof_id: proofId, guild_id: guildId, channel_id: channelId, message_id: messageId } = row;
  return {
    proofId,
    guildId,
    post: channelId === null || messageId === null ? null : { channelId, messageId },
    threadId: row.thread_id,
    sharedAt: row.shared_at,
  };
}
