import { isNoMember } from '../../discord/discord-error.ts';
import { OutboxError } from '../../discord/outbox-error.ts';
import {
  type HelpTurn,
  noteHelp,
  passOn,
  settleTurn,
  unaskedHelpers,
  untoldAnswers,
} from '../../store/company/help.ts';
import { mayPing } from '../../store/members/pings.ts';
import { helpGiven, helpWanted } from '../../view/company/help.ts';
import { aboutTurn } from '../help-turn.ts';
import type { Job, Scheduler } from '../scheduler.ts';
import { eachDue } from '../each-due.ts';
import { type Sent, sendOnce } from '../send-once.ts';

/** Asks members for help in turn, and brings the answers. Both are direct messages that were switched on. */
export const help: Job = {
  name: 'help',
  // Direct messages belong to no guild.
  of: 'no-guild',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    await passOn(app.db, now);
    const unasked = await unaskedHelpers(app.db);
    await eachDue(scheduler, { job: 'help', pieces: unasked, signal }, (turn) => askHelper(app, turn, now));
    const untold = await untoldAnswers(app.db);
    await eachDue(scheduler, { job: 'help', pieces: untold, signal }, (turn) => tellAnswer(app, turn, now));
  },
};

async function askHelper(app: Scheduler['app'], turn: HelpTurn, now: number): Promise<void> {
  const about = await aboutTurn(app, turn, turn.user_id, turn.ask.user_id);
  const isWanted = about !== null && (await mayPing(app.db, 'helping', turn.user_id));
  if (!isWanted) return void (await settleTurn(app.db, turn.id, 'unreachable', now));
  const body = helpWanted(about.words, { id: turn.id, ...about, question: turn.ask.question });
  const sent = await sendTo(app, turn.user_id, { id: turn.id, at: turn.turn_at }, body, now);
  if (sent === 'sent') return noteHelp(app.db, turn.id, { sent_at: now });
  if (isForGood(sent)) await settleTurn(app.db, turn.id, 'unreachable', now);
}

/** If the member's direct messages are closed, they find the answer where they asked. */
async function tellAnswer(app: Scheduler['app'], turn: HelpTurn, now: number): Promise<void> {
  const { ask } = turn;
  const about = await aboutTurn(app, turn, ask.user_id, turn.user_id);
  if (about !== null && (await mayPing(app.db, 'helping', ask.user_id))) {
    const id = `${turn.id}a`;
    const body = helpGiven(about.words, { id, ...about, answer: turn.answer ?? '' });
    const sent = await sendTo(app, ask.user_id, { id, at: turn.said_at ?? now }, body, now);
    if (sent !== 'sent' && !isForGood(sent)) return;
  }
  await noteHelp(app.db, turn.id, { told_at: now });
}

async function sendTo(
  app: Scheduler['app'],
  userId: string,
  claim: { readonly id: string; readonly at: number },
  body: unknown,
  now: number,
): Promise<Sent> {
  try {
    const channelId = await app.outbox.openDm(userId);
    return await sendOnce(app, { id: claim.id, channelId, claimedAt: claim.at }, body, now);
  } catch (error) {
    if (isNoMember(error)) return 'forbidden';
    if (!(error instanceof OutboxError)) throw error;
    return error.reason === 'lost-sight' ? 'unavailable' : error.reason;
  }
}

/** Whether trying again would not help. */
function isForGood(sent: Sent): boolean {
  return sent === 'forbidden' || sent === 'gone' || sent === 'refused' || sent === 'no-access';
}
