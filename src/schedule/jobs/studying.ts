import { guildsJustDone } from '../../store/sessions/now.ts';
import { type Job, traceOf } from '../scheduler.ts';
import { spacingOf } from '../spread.ts';
import { refreshDaily } from '../studying.ts';

/** Ticks are a minute apart, so a session that ended before this was seen by the tick before; milliseconds. */
const SINCE = 90_000;

/** Takes people out of the daily post whose session has ended by its plan. */
export const studying: Job = {
  name: 'studying',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { db, share } = scheduler.app;
    for (const guildId of await guildsJustDone(db, share, now - SINCE, now)) {
      if (signal?.aborted === true) return;
      if (!scheduler.app.outbox.available(guildId)) continue;
      try {
        await refreshDaily(scheduler.app, guildId, now);
      } catch (error) {
        scheduler.app.log.error({ cause: traceOf(error) }, 'who studies now could not be shown');
      }
      await scheduler.wait(spacingOf(scheduler.app.share), signal);
    }
  },
};
