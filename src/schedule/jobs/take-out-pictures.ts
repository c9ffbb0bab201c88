import { OutboxError } from '../../discord/outbox.ts';
import { countTry, type Removal, removals, settleRemoval } from '../../store/members/named-pictures.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';

/** So few a tick that they keep no post waiting: each takes two requests. */
const AT_ONCE = 20;
/** A tick a minute: a channel that was closed by mistake is open again by then, if somebody notices. */
const TRIES = 24 * 60;

/** Pictures with the name of somebody who has deleted their data go out of their messages. */
export const takeOutPictures: Job = {
  name: 'take-out-pictures',
  async run(scheduler, _now, signal) {
    for (const removal of await removals(scheduler.app.db, AT_ONCE)) {
      if (signal?.aborted === true) return;
      await takeOut(scheduler, removal);
    }
  },
};

async function takeOut({ app }: Scheduler, { channelId, messageId, tries }: Removal): Promise<void> {
  const { db, log, outbox } = app;
  try {
    await outbox.takeOutPictures(channelId, messageId);
  } catch (error) {
    const isOnlyForNow = error instanceof OutboxError && error.reason !== 'gone' && tries < TRIES;
    if (isOnlyForNow) return countTry(db, messageId);
    log.warn({ channelId, messageId, cause: traceOf(error) }, 'a picture stays in its message');
  }
  await settleRemoval(db, messageId);
}
