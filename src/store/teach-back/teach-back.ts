import { joinedIn } from '../members/memberships.ts';
import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import type { Db } from '../schema.ts';
import type { ProofGapRow } from './tables.ts';
import { logAct, logWithdrawn } from '../progress/log-activity.ts';
import { topicOfProof } from '../proofs/proofs.ts';
import { isShared, proveIfEnough } from '../proofs/shares.ts';
import { write } from '../write.ts';

/** A question about an explanation, by a member of the group who did not understand something. */
export interface Gap {
  readonly id: string;
  readonly proofId: string;
  readonly guildId: string;
  readonly askerId: string;
  readonly text: string;
  /** The message that asks it, if there is one. */
  readonly post: { readonly channelId: string; readonly messageId: string } | null;
  /** Epoch ms. */
  readonly askedAt: number;
  /** When the person who asked it marked it as answered; epoch ms. */
  readonly answeredAt: number | null;
}

/** A group's answers to an explanation. Those of people who no longer study with the group are left out. */
export interface TeachBack {
  /** The ids of the users who find it clear, in the order in which they said so. */
  readonly clear: readonly string[];
  /** In the order in which they were asked. */
  readonly gaps: readonly Gap[];
}

/** A question about a topic. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly askerId: string;
  /** Epoch ms; null while it is open. */
  readonly answeredAt: number | null;
}

/** How many people of a group find each of these explanations clear, by the id of its proof. One that nobody does is left out. */
export async function clearCounts(
  db: Db,
  proofIds: readonly string[],
  guildId: string,
): Promise<ReadonlyMap<string, number>> {
  // PostgreSQL knows no empty list.
  if (proofIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('proof_clear')
    .select((eb) => ['proof_id', eb.fn.countAll<number | string>().as('people')])
    .where('proof_id', 'in', proofIds)
    .where('guild_id', '=', guildId)
    .where('user_id', 'in', joinedIn(db, guildId))
    .groupBy('proof_id')
    .execute();
  return new Map(rows.map(({ proof_id: id, people }) => [id, Number(people)]));
}

/** The group's answers to an explanation that was shared with it. */
export async function teachBackOf(db: Db, proofId: string, guildId: string): Promise<TeachBack> {
  const gaps = await db
    .selectFrom('proof_gap')
    .selectAll()
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .where('user_id', 'in', joinedIn(db, guildId))
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return { clear: await clearTo(db, proofId, guildId), gaps: gaps.map(toGap) };
}

/**
 * Marks an explanation as clear for a person, or withdraws that. The caller checks whether the person may.
 * @returns the result; null if the explanation is not shared with the guild (any more)
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function toggleClear(
  db: Db,
  actor: Actor,
  proofId: string,
  guildId: string,
): Promise<'clear' | 'proven' | 'withdrawn' | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    if (!(await isShared(trx, proofId, guildId))) return null;
    const key = { proof_id: proofId, guild_id: guildId, user_id: actor.userId };
    const topicId = await topicOfProof(trx, proofId);
    const withdrawn = await trx
      .deleteFrom('proof_clear')
      .where('proof_id', '=', proofId)
      .where('guild_id', '=', guildId)
      .where('user_id', '=', actor.userId)
      .returning('at')
      .executeTakeFirst();
    if (withdrawn !== undefined) {
      await logWithdrawn(trx, actor, 'clear', topicId, withdrawn.at);
      return 'withdrawn';
    }
    await trx
      .insertInto('proof_clear')
      .values({ ...key, at: actor.at })
      .execute();
    await logAct(trx, actor, 'clear', topicId);
    const { length } = await clearTo(trx, proofId, guildId);
    return (await proveIfEnough(trx, proofId, guildId, length, actor.at)) ? 'proven' : 'clear';
  });
}

/**
 * Stores a question about an explanation.
 * @returns the question; null if the explanation is not shared with the guild (any more)
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function askGap(
  db: Db,
  actor: Actor,
  proofId: string,
  guildId: string,
  text: string,
): Promise<Gap | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    if (!(await isShared(trx, proofId, guildId))) return null;
    const row: ProofGapRow = {
      id: actor.interactionId,
      proof_id: proofId,
      guild_id: guildId,
      user_id: actor.userId,
      text,
      channel_id: null,
      message_id: null,
      asked_at: actor.at,
      answered_at: null,
    };
    await trx.insertInto('proof_gap').values(row).execute();
    await logAct(trx, actor, 'question', await topicOfProof(trx, proofId));
    return toGap(row);
  });
}

/** Stores which message asks a question. */
export async function placeGap(
  db: Db,
  id: string,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
): Promise<void> {
  await db
    .updateTable('proof_gap')
    .set({ channel_id: channelId, message_id: messageId })
    .where('id', '=', id)
    .execute();
}

/** @returns the question, or null if the guild has none with this id */
export async function gapOf(db: Db, id: string, guildId: string): Promise<Gap | null> {
  const row = await db
    .selectFrom('proof_gap')
    .selectAll()
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row === undefined ? null : toGap(row);
}

/**
 * Marks a question as answered, or as open again. Only the person who asked it can.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function settleGap(db: Db, actor: Actor, id: string, answered: boolean): Promise<void> {
  await write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await trx
      .updateTable('proof_gap')
      .set({ answered_at: answered ? actor.at : null })
      .where('id', '=', id)
      .where('user_id', '=', actor.userId)
      .execute();
  });
}

/**
 * A topic's question bank: the questions of a guild's members about explanations that were shared with it, in the
 * order in which they were asked. Questions by or to people who no longer study there are left out.
 */
export async function questionsOf(db: Db, guildId: string, topicId: string): Promise<readonly Question[]> {
  const rows = await db
    .selectFrom('proof_gap')
    .innerJoin('proof', 'proof.id', 'proof_gap.proof_id')
    .select(['proof_gap.id', 'text', 'proof_gap.user_id as askerId', 'answered_at as answeredAt'])
    .where('guild_id', '=', guildId)
    .where((eb) =>
      eb.or([
        eb('proof.topic_id', '=', topicId),
        eb(
          'proof.id',
          'in',
          eb.selectFrom('counted_proof').select('proof_id').where('topic_id', '=', topicId),
        ),
      ]),
    )
    .where('proof_gap.user_id', 'in', joinedIn(db, guildId))
    .where('proof.user_id', 'in', joinedIn(db, guildId))
    .orderBy('asked_at')
    .orderBy('proof_gap.id')
    .execute();
  return rows;
}

async function clearTo(db: Db, proofId: string, guildId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('proof_clear')
    .select('user_id')
    .where('proof_id', '=', proofId)
    .where('guild_id', '=', guildId)
    .where('user_id', 'in', joinedIn(db, guildId))
    .orderBy('at')
    .orderBy('user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

function toGap(row: ProofGapRow): Gap {
  const { channel_id: channelId, message_id: messageId } = row;
  return {
    id: row.id,
    proofId: row.proof_id,
    guildId: row.guild_id,
    askerId: row.user_id,
    text: row.text,
    post: channelId === null || messageId === null ? null : { channelId, messageId },
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
  };
}
