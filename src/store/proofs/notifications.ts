import { nextNotification } from '../../study/teach-back.ts';
import { joinedIn } from '../members/memberships.ts';
import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';

/** The author of shared work has to be notified of answers later, because they came soon after another one. */
export interface DueNotification {
  /** Made from its key. It is the nonce of the message, and the message is found by it. */
  readonly id: string;
  readonly proofId: string;
  readonly guildId: string;
  /** When it is due; epoch ms. */
  readonly dueAt: number;
}

/** Whether the author of a piece of work wants to be notified of answers in a group. */
export async function notifiesAuthor(db: Db, proofId: string, guildId: string): Promise<boolean> {
  const row = await db
    .selectFrom('proof_share')
    .select('tells')
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row?.tells === 1;
}

/**
 * Turns notifications of answers on or off.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function setNotifications(
  db: Db,
  actor: Actor,
  { proofId, guildId }: Pick<DueNotification, 'proofId' | 'guildId'>,
  isOn: boolean,
): Promise<void> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await trx
      .updateTable('proof_share')
      .set(isOn ? { tells: 1 } : { tells: 0, tell_at: null })
      .where('proof_id', '=', proofId)
      .where('guild_id', '=', guildId)
      .execute();
  });
}

/**
 * Decides, after an answer, whether to notify the author now. They have to want it and still be a member. If they
 * were notified of another answer within the last hour, a later notification is planned.
 * @param now epoch ms
 * @returns whether to notify them now
 */
export function claimNotification(db: Db, proofId: string, guildId: string, now: number): Promise<boolean> {
  return write(db, async (trx) => {
    const row = await trx
      .selectFrom('proof_share')
      .innerJoin('proof', 'proof.id', 'proof_share.proof_id')
      .select('told_at')
      .where('proof_id', '=', proofId)
      .where('guild_id', '=', guildId)
      .where('tells', '=', 1)
      .where('proof.user_id', 'in', joinedIn(trx, guildId))
      .executeTakeFirst();
    if (row === undefined) return false;
    const at = nextNotification(row.told_at, now);
    await trx
      .updateTable('proof_share')
      .set(at <= now ? { told_at: now, tell_at: null } : { tell_at: at })
      .where('proof_id', '=', proofId)
      .where('guild_id', '=', guildId)
      .execute();
    return at <= now;
  });
}

/** The notifications of a share that are due at an instant (epoch ms), in guilds where the bot is. */
export async function dueNotifications(
  db: Db,
  share: Share,
  now: number,
): Promise<readonly DueNotification[]> {
  const { rows } = await notificationsDue(db, { share, now });
  return rows.flatMap(({ proof_id: proofId, guild_id: guildId, tell_at: dueAt }) =>
    dueAt === null ? [] : [{ id: steadyId(proofId, guildId, 'tell', dueAt), proofId, guildId, dueAt }],
  );
}

const notificationsDue = prepared((db: Db, { share, now }: { readonly share: Share; readonly now: number }) =>
  db
    .selectFrom('proof_share')
    // SQLite keeps the order of a cross join, so it begins with what is due, and not with every guild.
    .crossJoin('guild')
    .whereRef('guild.id', '=', 'proof_share.guild_id')
    .select(['proof_id', 'guild_id', 'tell_at'])
    .where('tell_at', '<=', now)
    .where(ofShare(share, 'proof_share.guild_id'))
    .where('guild.left_at', 'is', null)
    .orderBy('tell_at')
    .orderBy('proof_id'),
);

/**
 * Stores that the author was notified, or that there is nothing left to notify them of. `toldAt`: epoch ms; null if
 * they were not notified.
 */
export async function settleNotification(
  db: Db,
  { proofId, guildId }: DueNotification,
  toldAt: number | null,
): Promise<void> {
  await db
    .updateTable('proof_share')
    .set(toldAt === null ? { tell_at: null } : { tell_at: null, told_at: toldAt })
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .execute();
}
