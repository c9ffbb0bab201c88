import { type GroupSession, groupOf, unsettledGroups } from '../../store/sessions/groups.ts';
import { phaseAt } from '../../study/sessions/plan.ts';
import type { Job, Scheduler } from '../scheduler.ts';
import { eachDue } from '../each-due.ts';
import { callGroup, showGroup } from '../together.ts';
import { MINUTE } from '../../time/units.ts';

/**
 * Brings the messages of sessions together to their present phase, and calls those who want it. After downtime that is
 * one edit; a session whose plan is over by then is closed.
 */
export const together: Job = {
  name: 'together',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { db, share } = scheduler.app;
    const pieces = await unsettledGroups(db, share);
    await eachDue(scheduler, { job: 'together', pieces, signal }, (group) => bring(scheduler, group, now));
  },
};

/** Ticks are a minute apart, in milliseconds. */
const TICK = MINUTE;

async function bring(scheduler: Scheduler, group: GroupSession, now: number): Promise<void> {
  const { app } = scheduler;
  if (!app.outbox.available(group.guildId)) return;
  const shown = await showGroup(app, group, now);
  const present = shown === 'shown' ? await groupOf(app.db, group.id) : null;
  if (present === null) return;
  await callGroup(app, present, now);
  // A session began at any second, and so do its phases.
  const rest = phaseAt(present.plan, now).to - now;
  if (rest < TICK) {
    scheduler.later(`${group.id} ${now + rest}`, rest, async () => {
      const then = await groupOf(app.db, group.id);
      if (then !== null) await bring(scheduler, then, Math.max(app.now(), now + rest));
    });
  }
}
