import { duePlans } from '../../store/company/plans.ts';
import { eachDue } from '../each-due.ts';
import { AHEAD, bringPlan } from '../plans.ts';
import type { Job } from '../scheduler.ts';

/** Reminds of planned events, starts and ends them, asks who came, and moves them at clock changes. */
export const plans: Job = {
  name: 'plans',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    const pieces = await duePlans(app.db, app.share, now + AHEAD);
    await eachDue(scheduler, { job: 'plans', pieces, signal }, (plan) => bringPlan(app, plan, now));
  },
};
