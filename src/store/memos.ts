import { readRule, type Repeat, ruleText } from '../time/when/repeat.ts';
import type { Actor } from './actor.ts';
import { allowPing } from './members/pings.ts';
import { noteChoice } from './members/last-choice.ts';
import { ensureMember } from './members/members.ts';
import { once } from './once.ts';
import type { Db } from './schema.ts';
import type { MemoEnd, MemoRow } from './reminder-tables.ts';
import { ofShare, type Share } from './share.ts';
import { steadyId } from './steady-id.ts';
import { write } from './write.ts';

/** How many memos a member may have at once. */
export const MOST_MEMOS = 25;

/** The time at which a memo is due: the instant (epoch ms), and the local date (`YYYY-MM-DD`) that it is for. */
export interface MemoTime {
  readonly at: number;
  readonly date: string;
}

/** How a memo repeats, in the member's time zone. */
export interface MemoRepeat {
  readonly repeat: Repeat;
  /** `HH:MM`, local. */
  readonly time: string;
  /** The local date from which its intervals are counted. */
  readonly from: string;
}

/** A reminder that a member asked for with `/remind me`. The reminders of reviews are others. */
export interface Memo {
  readonly id: string;
  readonly userId: string;
  readonly what: string;
  /** The time as they typed it. */
  readonly said: string;
  /** Epoch ms. */
  readonly askedAt: number;
  /**
   * Their time zone (an IANA name) and locale when they asked. If they have settings of their own, those count
   * instead.
   */
  readonly timeZone: string;
  readonly locale: string;
  /** Null for a direct message. */
  readonly channelId: string | null;
  /** The guild of the channel. Null for a direct message, and if it is not known. */
  readonly guildId: string | null;
  readonly isKept: boolean;
  /** Null for a memo that comes once. */
  readonly repeat: MemoRepeat | null;
  readonly next: MemoTime | null;
  readonly claim: { readonly id: string; readonly channelId: string; readonly claimedAt: number } | null;
  /** How often it was put off. */
  readonly tries: number;
  /** Epoch ms. Since then, direct messages are refused for a reason that may pass. Null if they are not. */
  readonly refusedSince: number | null;
  readonly ended: MemoEnd | null;
}

/** What a member asks for, and where and in which language it shall come. */
type MemoAsked = Pick<Memo, 'what' | 'said' | 'timeZone' | 'locale' | 'channelId' | 'guildId'>;

/**
 * Stores what a member asks for as a draft. It becomes a reminder only by `keepMemo`.
 * @returns the memo's id
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function draftMemo(db: Db, actor: Actor, asked: MemoAsked): Promise<string> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    return addDraft(trx, actor, asked);
  });
}

async function addDraft(trx: Db, { interactionId, userId, at }: Actor, asked: MemoAsked): Promise<string> {
  await ensureMember(trx, userId, at);
  const id = steadyId(interactionId, 'memo');
  await trx
    .insertInto('memo')
    .values({
      ...NOT_PLANNED,
      id,
      user_id: userId,
      what: asked.what,
      said: asked.said,
      asked_at: at,
      time_zone: asked.timeZone,
      locale: asked.locale,
      channel_id: asked.channelId,
      guild_id: asked.guildId,
      kept: 0,
    })
    .execute();
  return id;
}

/** Changes the text and the time of a draft. Does nothing if the memo is kept. */
export async function correctMemo(
  db: Db,
  { userId, at }: Actor,
  id: string,
  { what, said }: Pick<Memo, 'what' | 'said'>,
): Promise<void> {
  await db
    .updateTable('memo')
    .set({ what, said, asked_at: at })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('kept', '=', 0)
    .execute();
}

/**
 * Keeps a memo: it comes at the time that was understood. One that is kept already stays as it is.
 * @returns the memo as it is kept; `full` if the member has as many as they may have, `gone` if it was dropped
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function keepMemo(
  db: Db,
  { interactionId, userId, at }: Actor,
  id: string,
  { repeat, next }: Pick<Memo, 'repeat' | 'next'>,
): Promise<Memo | 'full' | 'gone'> {
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    const drafted = await memoOf(trx, userId, id);
    if (drafted === null) return 'gone';
    if (drafted.isKept) return drafted;
    if ((await memosOf(trx, userId)).length >= MOST_MEMOS) return 'full';
    await allowPing(trx, userId, 'memos');
    await trx
      .updateTable('memo')
      .set({ kept: 1, ...planned(next), ...repeating(repeat) })
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .where('kept', '=', 0)
      .execute();
    await noteChoice(trx, { userId, at }, 'memo');
    return { ...drafted, isKept: true, repeat, next };
  });
}

/**
 * Puts off a memo that was sent: makes a new one from it, which comes once.
 * @returns false if the member already has `MOST_MEMOS`
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function snoozeMemo(db: Db, actor: Actor, memo: Memo, next: MemoTime): Promise<boolean> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    if ((await memosOf(trx, actor.userId)).length >= MOST_MEMOS) return false;
    const id = await addDraft(trx, actor, memo);
    await trx
      .updateTable('memo')
      .set({ kept: 1, ...planned(next) })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

/** A memo of this member, even if it has ended. Null if they have none with this id. */
export async function memoOf(db: Db, userId: string, id: string): Promise<Memo | null> {
  const row = await db
    .selectFrom('memo')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row === undefined ? null : toMemo(row);
}

/**
 * A member's reminders, the next one first. Those that could not be sent are at the end, until the member removes
 * them.
 */
export async function memosOf(db: Db, userId: string): Promise<readonly Memo[]> {
  const rows = await db
    .selectFrom('memo')
    .selectAll()
    .where('user_id', '=', userId)
    .where('kept', '=', 1)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '=', 'refused')]))
    .orderBy((eb) => eb.fn.coalesce('next_at', eb.val(Number.MAX_SAFE_INTEGER)))
    .orderBy('id')
    .execute();
  return rows.map(toMemo);
}

/** All memos of a member that are stored, drafts too, oldest first. */
export function allMemosOf(db: Db, userId: string): Promise<readonly MemoRow[]> {
  return db
    .selectFrom('memo')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}

/**
 * Removes a memo.
 * @returns whether there was one
 */
export async function removeMemo(db: Db, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('memo')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/**
 * The memos of a share that are due or claimed at an instant (epoch ms), without those that were put off. The longest due
 * is first.
 */
export async function dueMemos(db: Db, share: Share, now: number): Promise<readonly Memo[]> {
  const rows = await db
    .selectFrom('memo')
    .selectAll()
    .where('next_at', '<=', now)
    .where(ofShare(share, 'guild_id'))
    .where((eb) => eb.or([eb('retry_at', 'is', null), eb('retry_at', '<=', now)]))
    .orderBy('next_at')
    .orderBy('id')
    .execute();
  return rows.map(toMemo);
}

/**
 * Claims a memo before it is sent, so that it is sent once.
 * @returns the claim, or null if its time has changed or somebody else has claimed it
 */
export async function claimMemo(
  db: Db,
  { id, next }: Memo,
  channelId: string,
  now: number,
): Promise<Memo['claim']> {
  if (next === null) return null;
  const claimId = steadyId(id, 'memo', next.at);
  const { numUpdatedRows } = await db
    .updateTable('memo')
    .set({ claim_id: claimId, claim_channel_id: channelId, claimed_at: now })
    .where('id', '=', id)
    .where('next_at', '=', next.at)
    .where('claim_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { id: claimId, channelId, claimedAt: now } : null;
}

/** Sets when a memo comes next, and releases its claim. Without a next time it ends. */
export async function planMemo(db: Db, id: string, next: MemoTime | null, now: number): Promise<void> {
  const end = next === null ? ({ ended: 'sent', ended_at: now } as const) : {};
  await db
    .updateTable('memo')
    .set({ ...planned(next), ...end })
    .where('id', '=', id)
    .execute();
}

/**
 * Makes the bot try a memo again at an instant (epoch ms), and releases its claim. `refusedSince`: since when direct
 * messages are refused, null if they are not.
 */
export async function putOffMemo(
  db: Db,
  id: string,
  until: number,
  refusedSince: number | null,
): Promise<void> {
  await db
    .updateTable('memo')
    .set((eb) => ({
      tries: eb('tries', '+', 1),
      retry_at: until,
      refused_since: refusedSince,
      claim_id: null,
      claim_channel_id: null,
      claimed_at: null,
    }))
    .where('id', '=', id)
    .execute();
}

/** Makes a memo come by direct message from now on, because it cannot be sent in its channel. */
export async function turnToDirectMessage(db: Db, id: string): Promise<void> {
  await db
    .updateTable('memo')
    .set({ channel_id: null, guild_id: null, claim_id: null, claim_channel_id: null, claimed_at: null })
    .where('id', '=', id)
    .execute();
}

/** Ends a memo that cannot reach the member. It stays in their list. */
export async function refuseMemo(db: Db, id: string, now: number): Promise<void> {
  await db
    .updateTable('memo')
    .set({ ...NOT_PLANNED, ended: 'refused', ended_at: now })
    .where('id', '=', id)
    .execute();
}

/** Deletes old drafts, by the time of asking, and old memos, by the time of sending. Both limits are in epoch ms. */
export async function forgetMemosBefore(db: Db, before: { drafts: number; sent: number }): Promise<void> {
  await db.deleteFrom('memo').where('kept', '=', 0).where('asked_at', '<', before.drafts).execute();
  await db.deleteFrom('memo').where('ended', '=', 'sent').where('ended_at', '<', before.sent).execute();
}

const UNCLAIMED = { claim_id: null, claim_channel_id: null, claimed_at: null, tries: 0, retry_at: null };
const NOT_PLANNED = { ...UNCLAIMED, next_at: null, next_date: null, refused_since: null };

function planned(next: MemoTime | null) {
  return { ...NOT_PLANNED, next_at: next?.at ?? null, next_date: next?.date ?? null };
}

function repeating(repeat: MemoRepeat | null) {
  if (repeat === null) return {};
  return { rule: ruleText(repeat.repeat), time: repeat.time, from_date: repeat.from };
}

function toMemo(row: MemoRow): Memo {
  const { rule, time, from_date: from, next_at: at, next_date: date } = row;
  const { claim_id: id, claim_channel_id: channelId, claimed_at: claimedAt } = row;
  return {
    id: row.id,
    userId: row.user_id,
    what: row.what,
    said: row.said,
    askedAt: row.asked_at,
    timeZone: row.time_zone,
    locale: row.locale,
    channelId: row.channel_id,
    guildId: row.guild_id,
    isKept: row.kept === 1,
    repeat: rule === null || time === null || from === null ? null : { repeat: readRule(rule), time, from },
    next: at === null || date === null ? null : { at, date },
    claim: id === null || channelId === null || claimedAt === null ? null : { id, channelId, claimedAt },
    tries: row.tries,
    refusedSince: row.refused_since,
    ended: row.ended,
  };
}
