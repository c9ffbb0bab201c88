import { isNoMember, isRefused } from '../../discord/discord-error.ts';
import { OutboxError } from '../../discord/outbox-error.ts';
import { type Member, memberOf } from '../../store/members/members.ts';
import { mayPing } from '../../store/members/pings.ts';
import {
  claimMemo,
  dueMemos,
  planMemo,
  putOffMemo,
  refuseMemo,
  turnToDirectMessage,
} from '../../store/memos/due.ts';
import type { Memo } from '../../store/memos/memo.ts';
import { memoBody } from '../../view/memos/due.ts';
import { isLate, nextMemo } from '../memo-time.ts';
import { pauseAfter } from '../pauses.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';
import { type Sent, sendOnce } from '../send-once.ts';
import { DAY, HOUR } from '../../time/units.ts';

/**
 * Sends the reminders that members asked for with `/remind me`. Each is sent once for each time, and late if the bot
 * was away.
 */
export const memos: Job = {
  name: 'memos',
  of: 'guilds',
  async run(scheduler, now, signal) {
    let isTooFast = false;
    for (const memo of await dueMemos(scheduler.app.db, scheduler.app.share, now)) {
      // Discord lets the bot open no more conversations for a while, so memos that need one wait for a later run.
      if (isTooFast && memo.channelId === null && memo.claim === null) continue;
      if (signal?.aborted === true) return;
      await scheduler.turn(signal);
      try {
        isTooFast = (await remind(scheduler, memo, now)) === 'too-fast' || isTooFast;
      } catch (error) {
        scheduler.app.log.error({ cause: traceOf(error) }, 'a memo could not be handled');
      }
    }
  },
};

type Trouble = Exclude<Sent, 'sent'>;

/** @returns why it was not sent, or nothing if it was */
async function remind(scheduler: Scheduler, memo: Memo, now: number): Promise<Trouble | void> {
  const { app } = scheduler;
  const { db } = app;
  if (memo.next === null) return;
  // It stays until it may ping, because what a member asked for is not dropped.
  if (!(await mayPing(db, 'memos', memo.userId)))
    return putOffMemo(db, memo.id, now + HOUR, memo.refusedSince);
  const member = await memberOf(db, memo.userId);
  const way = await wayTo(app, memo);
  if ('trouble' in way) return notSent(app, memo, member, way.trouble, now);
  const claim = memo.claim ?? (await claimMemo(db, memo, way.channelId, now));
  if (claim === null) return;
  const words = app.wordsFor(member.locale ?? memo.locale);
  const body = memoBody(words, memo, { claimId: claim.id, isLate: isLate(memo.next.at, now) });
  const sent = await sendOnce(app, claim, body, now);
  if (sent !== 'sent') return notSent(app, memo, member, sent, now);
  await moveOn(db, memo, member, now);
}

/** The channel to send a memo to, or why there is none. */
async function wayTo(
  { outbox, log }: Scheduler['app'],
  { userId, channelId, claim }: Memo,
): Promise<{ readonly channelId: string } | { readonly trouble: Trouble }> {
  if (claim !== null) return { channelId: claim.channelId };
  try {
    if (channelId === null) return { channelId: await outbox.openDm(userId) };
    return (await outbox.mayWrite(channelId, userId)) ? { channelId } : { trouble: 'forbidden' };
  } catch (error) {
    if (error instanceof OutboxError) {
      return { trouble: error.reason === 'lost-sight' ? 'unavailable' : error.reason };
    }
    // The account no longer exists.
    if (isNoMember(error)) return { trouble: 'forbidden' };
    if (!isRefused(error)) throw error;
    log.error({ cause: traceOf(error) }, 'Discord does not take a request for a memo');
    return { trouble: 'refused' };
  }
}

/**
 * A direct message can be refused for a reason that may pass. The bot then tries it once a day, for so many
 * milliseconds.
 */
const PATIENCE = 5 * DAY;

/**
 * Decides what happens to a memo that was not sent. Each reaches the member in some way: if its channel is closed, it
 * comes by direct message, and if that is impossible, it stays in the member's list.
 */
async function notSent(
  { db }: Scheduler['app'],
  memo: Memo,
  member: Member,
  trouble: Trouble,
  now: number,
): Promise<Trouble> {
  const isDirect = memo.channelId === null;
  switch (trouble) {
    case 'unavailable':
      break;
    case 'too-fast':
      await putOffMemo(db, memo.id, now + pauseAfter(memo.tries), memo.refusedSince);
      break;
    case 'refused':
      await moveOn(db, memo, member, now);
      break;
    case 'no-access':
    case 'gone':
    case 'forbidden': {
      const since = memo.refusedSince ?? now;
      if (!isDirect) await turnToDirectMessage(db, memo.id);
      else if (trouble === 'no-access' && now - since < PATIENCE) {
        await putOffMemo(db, memo.id, now + DAY, since);
      } else await refuseMemo(db, memo.id, now);
    }
  }
  return trouble;
}

function moveOn(db: Scheduler['app']['db'], memo: Memo, member: Member, now: number): Promise<void> {
  return planMemo(db, memo.id, nextMemo(memo, member.timeZone ?? memo.timeZone, now), now);
}
