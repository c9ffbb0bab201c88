import { ruleText } from '../../time/when/repeat.ts';
import type { Actor } from '../actor.ts';
import { noteChoice } from '../members/last-choice.ts';
import { ensureMember } from '../members/members.ts';
import { allowPing } from '../members/pings.ts';
import { once } from '../once.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import { memoOf, memosOf } from './list.ts';
import type { Memo, MemoRepeat, MemoTime } from './memo.ts';
import { NOT_PLANNED, planned } from './planned.ts';

/** How many memos a member may have at once. */
export const MOST_MEMOS = 25;

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

function repeating(repeat: MemoRepeat | null) {
  if (repeat === null) return {};
  return { rule: ruleText(repeat.repeat), time: repeat.time, from_date: repeat.from };
}
