import { OutboxError } from '../../discord/outbox-error.ts';
import { putOffRemoval, type Removal, removals, settleRemoval } from '../../store/members/named-pictures.ts';
import { pauseAfter } from '../pauses.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';

/** So few a tick that no post is delayed. Each takes two requests. */
const AT_ONCE = 20;
/** So many tries take about a day. By then, somebody may have noticed a channel that was closed by mistake. */
const TRIES = 29;

/** When a member deletes their data, the pictures that show their name are removed from their messages. */
export const takeOutPictures: Job = {
  name: 'take-out-pictures',
  of: 'no-guild',
  async run(scheduler, now, signal) {
    for (const removal of await removals(scheduler.app.db, now, AT_ONCE)) {
      if (signal?.aborted === true) return;
      await takeOut(scheduler, removal, now);
    }
  },
};

async function takeOut(
  { app }: Scheduler,
  { channelId, messageId, tries }: Removal,
  now: number,
): Promise<void> {
  const { db, log, outbox } = app;
  try {
    await outbox.takeOutPictures(channelId, messageId);
  } catch (error) {
    const isOnlyForNow = error instanceof OutboxError && error.reason !== 'gone' && tries < TRIES;
    if (isOnlyForNow) return putOffRemoval(db, messageId, now + pauseAfter(tries));
    log.warn({ channelId, messageId, cause: traceOf(error) }, 'a picture stays in its message');
  }
  await settleRemoval(db, messageId);
}
