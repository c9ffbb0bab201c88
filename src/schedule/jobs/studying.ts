import { guildsJustDone } from '../../store/sessions/now.ts';
import { eachDue } from '../each-due.ts';
import type { Job } from '../scheduler.ts';
import { refreshDaily } from '../studying.ts';

/** Ticks are a minute apart, so a session that ended before this was seen by the tick before; milliseconds. */
const SINCE = 90_000;

/** Takes people out of the daily post whose session has ended by its plan. */
export const studying: Job = {
  name: 'studying',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    const done = await guildsJustDone(app.db, app.share, now - SINCE, now);
    const pieces = done.filter((guildId) => app.outbox.available(guildId));
    await eachDue(scheduler, { job: 'studying', pieces, signal }, (guildId) =>
      refreshDaily(app, guildId, now),
    );
  },
};
