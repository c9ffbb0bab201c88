import { isNoMember, isRefused } from '../../discord/discord-error.ts';
import { OutboxError } from '../../discord/outbox-error.ts';
import { memberOf } from '../../store/members/members.ts';
import { mayPing } from '../../store/members/pings.ts';
import { noteCalled, sessionsToCall } from '../../store/sessions/ends.ts';
import { sessionOf } from '../../store/sessions/sessions.ts';
import { topicTitles } from '../../store/sessions/titles.ts';
import { plannedMinutes, type Session } from '../../study/sessions/session.ts';
import { postBody } from '../../view/post-body.ts';
import { overMessage } from '../../view/sessions/own.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';
import { NOBODYS_LOCALE } from '../../store/members/guilds.ts';
import { MINUTE } from '../../time/units.ts';

/** Ticks are a minute apart, in milliseconds. */
const BEAT = MINUTE;
/** After so many milliseconds, the end is no news any more. Until then Discord honours the nonce of the message. */
const NEWS = 4 * MINUTE;

/** Tells members by direct message that a session of their own is over, if they want that. */
export const focusEnds: Job = {
  name: 'focus-ends',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    const span = { from: now - NEWS, to: now + BEAT };
    for (const session of await sessionsToCall(app.db, app.share, span)) {
      if (signal?.aborted === true) return;
      const rest = session.endsAt - now;
      if (rest > 0) {
        scheduler.later(`end ${session.id}`, rest, () => tell(scheduler, session));
        continue;
      }
      await scheduler.turn(signal);
      await tell(scheduler, session);
    }
  },
};

async function tell({ app }: Scheduler, { id, userId }: Session): Promise<void> {
  const { db, outbox, log } = app;
  try {
    const session = await sessionOf(db, userId, id);
    // It was ended, prolonged or silenced meanwhile.
    if (session === null || !session.calls || session.endedAt !== null) return;
    if (!(await mayPing(db, 'ends', userId))) return await noteCalled(db, id);
    const member = await memberOf(db, userId);
    const words = app.wordsFor(member.locale ?? NOBODYS_LOCALE);
    const topics = session.topicId === null ? [] : [session.topicId];
    const title = (await topicTitles(app, [], words.locale, topics)).get(session.topicId ?? '') ?? null;
    const message = overMessage(words, session, plannedMinutes(session), title);
    await outbox.send(await outbox.openDm(userId), postBody(message), session.id);
  } catch (error) {
    if (error instanceof OutboxError && (error.reason === 'unavailable' || error.reason === 'too-fast'))
      return;
    if (!(error instanceof OutboxError) && !isRefused(error) && !isNoMember(error)) throw error;
    if (!(error instanceof OutboxError))
      log.error({ cause: traceOf(error) }, 'the end of a session was not told');
  }
  await noteCalled(db, id);
}
