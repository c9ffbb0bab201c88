import type { Actor } from '../actor.ts';
import { ensureMember } from '../members/members.ts';
import { chooseInGroup, fromMembersOf } from '../members/memberships.ts';
import { pinged } from '../members/pings.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import type { HelpAskRow, HelpSaid, HelpTurnRow } from './tables.ts';
import { DAY, WEEK } from '../../time/units.ts';

/** Each member is asked at most once in so long, in ms. */
const REST = WEEK;
/** So many members are asked about one thing, one after the other. */
const MOST_TURNS = 3;
/** So many things a member can ask at the same time. */
const MOST_OPEN = 3;
/** Who says nothing for so long, in ms, is not waited for. */
const PATIENCE = 2 * DAY;

/** What became of a question. */
export type HelpAsked = 'asked' | 'asked-before' | 'nobody' | 'full';

/** A member's latest question about a topic, as they see it. Who was asked and did not answer is not told. */
export interface OwnAsk {
  readonly isOpen: boolean;
  /** Epoch ms. */
  readonly askedAt: number;
  readonly answer: { readonly userId: string; readonly text: string } | null;
}

/** Whether a member of a server lets others ask them for help. */
export async function helps(db: Db, guildId: string, userId: string): Promise<boolean> {
  const row = await fromMembersOf(db, guildId)
    .select('helps')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.helps === 1;
}

/**
 * Stores whether others may ask a member for help.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function chooseHelps(db: Db, actor: Actor, guildId: string, isOn: boolean): Promise<void> {
  return chooseInGroup(db, actor, guildId, { helps: isOn ? 1 : 0 });
}

/** @returns the member's latest question about a topic in a server; null if they asked none */
export async function ownAsk(
  db: Db,
  guildId: string,
  userId: string,
  topicId: string,
): Promise<OwnAsk | null> {
  const ask = await db
    .selectFrom('help_ask')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('topic_id', '=', topicId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  if (ask === undefined) return null;
  const answer = (await turnsOf(db, ask.id)).find(({ said }) => said === 'answered');
  return {
    isOpen: ask.closed_at === null,
    askedAt: ask.asked_at,
    answer: answer === undefined ? null : { userId: answer.user_id, text: answer.answer ?? '' },
  };
}

/**
 * Why a member's question would reach nobody now; null if it would reach somebody. It is asked before they type.
 * @param now epoch ms
 */
export async function cannotAsk(
  db: Db,
  userId: string,
  { guildId, topicId }: { readonly guildId: string; readonly topicId: string },
  now: number,
): Promise<'nobody' | 'full' | null> {
  const { open } = await db
    .selectFrom('help_ask')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('user_id', '=', userId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (open >= MOST_OPEN) return 'full';
  const ask = { guild_id: guildId, topic_id: topicId, user_id: userId };
  return (await nextHelper(db, ask, [], now)) === null ? 'nobody' : null;
}

/**
 * Asks a member who has proven a topic and lets others ask them. Those who were asked longest ago come first.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function askForHelp(
  db: Db,
  { interactionId, userId, at }: Actor,
  asked: Pick<HelpAskRow, 'guild_id' | 'topic_id' | 'question' | 'locale'>,
): Promise<HelpAsked> {
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    await ensureMember(trx, userId, at);
    const open = await trx
      .selectFrom('help_ask')
      .selectAll()
      .where('user_id', '=', userId)
      .where('closed_at', 'is', null)
      .execute();
    if (open.some(({ topic_id, guild_id }) => topic_id === asked.topic_id && guild_id === asked.guild_id))
      return 'asked-before';
    if (open.length >= MOST_OPEN) return 'full';
    const ask = {
      ...asked,
      id: steadyId(interactionId, 'help'),
      user_id: userId,
      asked_at: at,
      closed_at: null,
    };
    const helper = await nextHelper(trx, ask, [], at);
    if (helper === null) return 'nobody';
    await trx.insertInto('help_ask').values(ask).execute();
    await addTurn(trx, ask.id, helper, at);
    return 'asked';
  });
}

/** A member who is asked, with the question. */
export interface HelpTurn extends HelpTurnRow {
  readonly ask: HelpAskRow;
}

/** The turn of a member, if it is theirs; null otherwise. */
export async function turnOf(db: Db, id: string, userId: string): Promise<HelpTurn | null> {
  const turn = await db
    .selectFrom('help_turn')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return turn === undefined ? null : withAsk(db, turn);
}

/**
 * Stores what a member who was asked has said.
 * @returns false if they had said something before, or were no longer waited for
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function sayToAsk(
  db: Db,
  { interactionId, userId, at }: Actor,
  turnId: string,
  said: { readonly kind: 'answered'; readonly text: string } | { readonly kind: 'declined' },
): Promise<boolean> {
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    const turn = await turnOf(trx, turnId, userId);
    if (turn === null || turn.said !== null || turn.ask.closed_at !== null) return false;
    await settleTurn(trx, turnId, said.kind, at, said.kind === 'answered' ? said.text : null);
    if (said.kind === 'answered') await closeAsk(trx, turn.ask.id, at);
    return true;
  });
}

/** The turns of helpers who have not been asked yet. */
export async function unaskedHelpers(db: Db): Promise<readonly HelpTurn[]> {
  const { rows } = await unasked(db, {});
  return Promise.all(rows.map((turn) => withAsk(db, turn)));
}

const unasked = prepared((db: Db) =>
  db
    .selectFrom('help_turn')
    .innerJoin('help_ask', 'help_ask.id', 'help_turn.ask_id')
    .selectAll('help_turn')
    .where('closed_at', 'is', null)
    .where('sent_at', 'is', null)
    .where('said', 'is', null)
    .orderBy('turn_at'),
);

/** The turns whose answer has not been told to the member who asked. */
export async function untoldAnswers(db: Db): Promise<readonly HelpTurn[]> {
  const { rows } = await untold(db, {});
  return Promise.all(rows.map((turn) => withAsk(db, turn)));
}

const untold = prepared((db: Db) =>
  db
    .selectFrom('help_turn')
    .selectAll()
    .where('said', '=', 'answered')
    .where('told_at', 'is', null)
    .orderBy('said_at'),
);

/** Notes that a member was asked, or that the one who asked was told (epoch ms). */
export async function noteHelp(
  db: Db,
  id: string,
  change: Partial<Pick<HelpTurnRow, 'sent_at' | 'told_at'>>,
): Promise<void> {
  await db.updateTable('help_turn').set(change).where('id', '=', id).execute();
}

/**
 * Stores what became of asking a member (epoch ms). Unless they answered, `passOn` asks another one.
 * @param answer what they wrote, if they answered
 */
export function settleTurn(
  db: Db,
  id: string,
  said: HelpSaid,
  at: number,
  answer: string | null = null,
): Promise<unknown> {
  return db.updateTable('help_turn').set({ said, said_at: at, answer }).where('id', '=', id).execute();
}

/**
 * Asks the next member about each open question that nobody is asked about now. If nobody is left, the question is
 * closed.
 * @param now epoch ms
 */
export async function passOn(db: Db, now: number): Promise<void> {
  const { rows: silent } = await silentTurns(db, { before: now - PATIENCE });
  for (const { id } of silent) await settleTurn(db, id, 'silent', now);
  const { rows: open } = await openAsks(db, {});
  for (const { id } of open) {
    await write(db, async (trx) => {
      const ask = await trx
        .selectFrom('help_ask')
        .selectAll()
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .executeTakeFirst();
      const turns = await turnsOf(trx, id);
      if (ask === undefined || turns.some(({ said }) => said === null)) return;
      const asked = turns.map(({ user_id }) => user_id);
      const helper = turns.length < MOST_TURNS ? await nextHelper(trx, ask, asked, now) : null;
      if (helper === null) await closeAsk(trx, id, now);
      else await addTurn(trx, id, helper, now);
    });
  }
}

const silentTurns = prepared((db: Db, { before }: { readonly before: number }) =>
  db.selectFrom('help_turn').select('id').where('said', 'is', null).where('turn_at', '<', before),
);

const openAsks = prepared((db: Db) => db.selectFrom('help_ask').select('id').where('closed_at', 'is', null));

/**
 * Who is to be asked next: a member who let others ask them, who has proven the topic and lets that be seen, who allows the
 * message, and was not asked for a week. Of these, the one who was asked longest ago.
 */
async function nextHelper(
  trx: Db,
  ask: Pick<HelpAskRow, 'guild_id' | 'topic_id' | 'user_id'>,
  asked: readonly string[],
  now: number,
): Promise<string | null> {
  const proven = trx
    .selectFrom('proof')
    .leftJoin('counted_proof', 'counted_proof.proof_id', 'proof.id')
    .select('proof.user_id')
    .where('proof.proven_at', 'is not', null)
    .where((eb) =>
      eb.or([eb('proof.topic_id', '=', ask.topic_id), eb('counted_proof.topic_id', '=', ask.topic_id)]),
    );
  const rows = await fromMembersOf(trx, ask.guild_id)
    .innerJoin('member', 'member.user_id', 'membership.user_id')
    .leftJoin('help_turn', 'help_turn.user_id', 'membership.user_id')
    .select((eb) => ['membership.user_id', eb.fn.max('help_turn.turn_at').as('last')])
    .where('helps', '=', 1)
    .where('member.show_topics', '=', 1)
    .where('membership.user_id', '!=', ask.user_id)
    .where('membership.user_id', 'in', proven)
    .groupBy('membership.user_id')
    .execute();
  const rested = rows
    .map(({ user_id, last }) => ({ userId: user_id, last: last ?? 0 }))
    .filter(({ userId, last }) => last <= now - REST && !asked.includes(userId))
    .toSorted((a, b) => a.last - b.last || (a.userId < b.userId ? -1 : 1));
  const allowing = await pinged(
    trx,
    'helping',
    rested.map(({ userId }) => userId),
  );
  return allowing.userIds[0] ?? null;
}

async function addTurn(trx: Db, askId: string, userId: string, at: number): Promise<void> {
  const id = steadyId('help turn', askId, userId);
  await trx.insertInto('help_turn').values({ id, ask_id: askId, user_id: userId, turn_at: at }).execute();
}

async function closeAsk(trx: Db, id: string, at: number): Promise<void> {
  await trx.updateTable('help_ask').set({ closed_at: at }).where('id', '=', id).execute();
}

function turnsOf(db: Db, askId: string): Promise<readonly HelpTurnRow[]> {
  return db.selectFrom('help_turn').selectAll().where('ask_id', '=', askId).orderBy('turn_at').execute();
}

async function withAsk(db: Db, turn: HelpTurnRow): Promise<HelpTurn> {
  const ask = await db
    .selectFrom('help_ask')
    .selectAll()
    .where('id', '=', turn.ask_id)
    .executeTakeFirstOrThrow();
  return { ...turn, ask };
}
