import { isNoMember, isRefused } from '../../discord/discord-error.ts';
import { OutboxError } from '../../discord/outbox.ts';
import { type Member, memberOf } from '../../store/members/members.ts';
import {
  claimMemo,
  dueMemos,
  type Memo,
  planMemo,
  putOffMemo,
  refuseMemo,
  turnToDirectMessage,
} from '../../store/memos.ts';
import { memoBody } from '../../view/memos.ts';
import { isLate, nextMemo } from '../memo-time.ts';
import { pauseAfter } from '../pauses.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';
import { type Sent, sendOnce } from '../send-once.ts';
import { SPACING } from '../spread.ts';

/** Reminds members of what they asked for with `/remind me`: each time once, late if the bot was away. */
export const memos: Job = {
  name: 'memos',
  async run(scheduler, now, signal) {
    let isTooFast = false;
    for (const [place, memo] of (await dueMemos(scheduler.app.db, now)).entries()) {
      // Discord opens no further conversations for a while: those wait for their turn.
      if (isTooFast && memo.channelId === null && memo.claim === null) continue;
      if (place > 0) await scheduler.wait(SPACING, signal);
      if (signal?.aborted === true) return;
      try {
        isTooFast = (await remind(scheduler, memo, now)) === 'too-fast' || isTooFast;
      } catch (error) {
        scheduler.app.log.error({ cause: traceOf(error) }, 'a memo could not be handled');
      }
    }
  },
};

type Trouble = Exclude<Sent, 'sent'>;

/** @returns what kept it from being sent, if anything did */
async function remind(scheduler: Scheduler, memo: Memo, now: number): Promise<Trouble | void> {
  const { app } = scheduler;
  const { db } = app;
  if (memo.next === null) return;
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

/** Where a memo goes, or what keeps it from going anywhere. */
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
    // There is nobody to write to: their account is gone.
    if (isNoMember(error)) return { trouble: 'forbidden' };
    if (!isRefused(error)) throw error;
    log.error({ cause: traceOf(error) }, 'Discord does not take a request for a memo');
    return { trouble: 'refused' };
  }
}

/** For so long a direct message is tried once a day that is refused for a reason that can pass; milliseconds. */
const PATIENCE = 5 * 24 * 60 * 60_000;
const DAY = 24 * 60 * 60_000;

/**
 * What follows when a memo was not sent. None is lost: a channel that is closed gives way to a direct message, and what
 * no direct message can bring stays in the member's list.
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
