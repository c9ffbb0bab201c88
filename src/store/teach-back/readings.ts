import { joinedIn } from '../members/memberships.ts';
import { remindAt } from '../../study/teach-back.ts';
import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import type { Verdict } from './tables.ts';
import { logAct } from '../progress/log-activity.ts';
import { topicOfProof } from '../proofs/proofs.ts';
import { isShared, proveIfEnough } from '../proofs/shares.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';

/** A member of a group as a reader of a thesis. */
export interface Reading {
  readonly userId: string;
  /** When they offered to read it; epoch ms, null if they did not. */
  readonly offeredAt: number | null;
  /** Their latest verdict and comment; null if they have given none. */
  readonly opinion: { readonly verdict: Verdict; readonly comment: string } | null;
}

/** A reminder to a person who offered to read a thesis and has not commented for a week. */
export interface ReadingReminder {
  /** Made from its key. It is the nonce of the message, and the message is found by it. */
  readonly id: string;
  readonly proofId: string;
  readonly guildId: string;
  readonly userId: string;
  /** Whether it still makes sense: both still study there, and the thesis is not accepted yet. */
  readonly isWanted: boolean;
}

/** The readers of a thesis in a guild, in the order in which they began. People who left the guild are left out. */
export async function readingsOf(db: Db, proofId: string, guildId: string): Promise<readonly Reading[]> {
  const rows = await db
    .selectFrom('proof_reading')
    .selectAll()
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .where('user_id', 'in', joinedIn(db, guildId))
    .orderBy((eb) => eb.fn.coalesce(eb.ref('offered_at'), eb.ref('said_at')))
    .orderBy('user_id')
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    offeredAt: row.offered_at,
    opinion: row.verdict === null ? null : { verdict: row.verdict, comment: row.comment ?? '' },
  }));
}

/**
 * Offers to read a thesis, or withdraws the offer. The caller checks whether the person may.
 * @returns the result (`said`: they have already commented, and have nothing to offer); null if the thesis is not
 * shared with the guild (any more)
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function toggleOffer(
  db: Db,
  actor: Actor,
  proofId: string,
  guildId: string,
): Promise<'offered' | 'withdrawn' | 'said' | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    if (!(await isShared(trx, proofId, guildId))) return null;
    const before = await trx
      .selectFrom('proof_reading')
      .select('verdict')
      .where('proof_id', '=', proofId)
      .where('guild_id', '=', guildId)
      .where('user_id', '=', actor.userId)
      .executeTakeFirst();
    if (before === undefined) {
      await trx
        .insertInto('proof_reading')
        .values({
          proof_id: proofId,
          guild_id: guildId,
          user_id: actor.userId,
          offered_at: actor.at,
          remind_at: remindAt(actor.at),
        })
        .execute();
      return 'offered';
    }
    if (before.verdict !== null) return 'said';
    await trx
      .deleteFrom('proof_reading')
      .where('proof_id', '=', proofId)
      .where('guild_id', '=', guildId)
      .where('user_id', '=', actor.userId)
      .execute();
    return 'withdrawn';
  });
}

/**
 * Stores a reader's verdict and comment in place of an earlier one. They need not have offered to read.
 * @returns whether this makes the thesis accepted; null if the thesis is not shared with the guild (any more)
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function giveOpinion(
  db: Db,
  actor: Actor,
  proofId: string,
  guildId: string,
  opinion: { readonly verdict: Verdict; readonly comment: string },
): Promise<'said' | 'proven' | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    if (!(await isShared(trx, proofId, guildId))) return null;
    const values = { ...opinion, said_at: actor.at, remind_at: null };
    await trx
      .insertInto('proof_reading')
      .values({ proof_id: proofId, guild_id: guildId, user_id: actor.userId, ...values })
      .onConflict((conflict) => conflict.columns(['proof_id', 'guild_id', 'user_id']).doUpdateSet(values))
      .execute();
    await logAct(trx, actor, 'reading', await topicOfProof(trx, proofId));
    const readings = await readingsOf(trx, proofId, guildId);
    const { length } = readings.filter((reading) => reading.opinion?.verdict === 'accept');
    return (await proveIfEnough(trx, proofId, guildId, length, actor.at)) ? 'proven' : 'said';
  });
}

/** The reminders that are due, in guilds where the bot is; `now` in epoch ms. */
export async function dueReadingReminders(
  db: Db,
  share: Share,
  now: number,
): Promise<readonly ReadingReminder[]> {
  const { rows } = await remindersDue(db, { share, now });
  return rows.map((row) => ({
    id: steadyId(row.proof_id, row.guild_id, row.user_id, row.offered_at),
    proofId: row.proof_id,
    guildId: row.guild_id,
    userId: row.user_id,
    isWanted: row.proven_at === null && row.reader_joined_at !== null && row.author_joined_at !== null,
  }));
}

const remindersDue = prepared((db: Db, { share, now }: { readonly share: Share; readonly now: number }) =>
  db
    .selectFrom('proof_reading as reading')
    .innerJoin('proof', 'proof.id', 'reading.proof_id')
    .innerJoin('guild', 'guild.id', 'reading.guild_id')
    .leftJoin('membership as reader', (on) =>
      on
        .onRef('reader.user_id', '=', 'reading.user_id')
        .onRef('reader.guild_id', '=', 'reading.guild_id')
        .on('reader.away_since', 'is', null),
    )
    .leftJoin('membership as author', (on) =>
      on
        .onRef('author.user_id', '=', 'proof.user_id')
        .onRef('author.guild_id', '=', 'reading.guild_id')
        .on('author.away_since', 'is', null),
    )
    .select([
      'reading.proof_id',
      'reading.guild_id',
      'reading.user_id',
      'reading.offered_at',
      'proof.proven_at',
      'reader.joined_at as reader_joined_at',
      'author.joined_at as author_joined_at',
    ])
    .where('reading.remind_at', '<=', now)
    .where(ofShare(share, 'reading.guild_id'))
    .where('guild.left_at', 'is', null)
    .orderBy('reading.remind_at')
    .orderBy('reading.user_id'),
);

/**
 * Claims a reminder before it is sent.
 * @param now epoch ms
 * @returns when it was first claimed; null if there is nothing left to remind of
 */
export function claimReadingReminder(db: Db, reminder: ReadingReminder, now: number): Promise<number | null> {
  return write(db, async (trx) => {
    const row = await trx
      .selectFrom('proof_reading')
      .select('claimed_at')
      .where('proof_id', '=', reminder.proofId)
      .where('guild_id', '=', reminder.guildId)
      .where('user_id', '=', reminder.userId)
      .where('remind_at', '<=', now)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.claimed_at !== null) return row.claimed_at;
    await trx
      .updateTable('proof_reading')
      .set({ claimed_at: now })
      .where('proof_id', '=', reminder.proofId)
      .where('guild_id', '=', reminder.guildId)
      .where('user_id', '=', reminder.userId)
      .execute();
    return now;
  });
}

/** Notes that a reminder was sent or is not needed, so that it is not due again. */
export async function settleReadingReminder(db: Db, reminder: ReadingReminder): Promise<void> {
  await db
    .updateTable('proof_reading')
    .set({ remind_at: null })
    .where('proof_id', '=', reminder.proofId)
    .where('guild_id', '=', reminder.guildId)
    .where('user_id', '=', reminder.userId)
    .execute();
}
