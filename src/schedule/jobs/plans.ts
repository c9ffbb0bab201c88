import { duePlans } from '../../store/company/plans.ts';
import { AHEAD, bringPlan } from '../plans.ts';
import { type Job, traceOf } from '../scheduler.ts';
import { spacingOf } from '../spread.ts';

/** Reminds of planned events, starts and ends them, asks who came, and moves them at clock changes. */
export const plans: Job = {
  name: 'plans',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    for (const [place, plan] of (await duePlans(app.db, app.share, now + AHEAD)).entries()) {
      if (place > 0) await scheduler.wait(spacingOf(app.share), signal);
      if (signal?.aborted === true) return;
      try {
        await bringPlan(app, plan, now);
      } catch (error) {
        app.log.error({ cause: traceOf(error) }, 'a plan could not be handled');
      }
    }
  },
};
