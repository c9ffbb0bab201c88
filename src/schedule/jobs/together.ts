import { OutboxError } from '../../discord/outbox.ts';
import { type GroupSession, groupOf, unsettledGroups } from '../../store/sessions/groups.ts';
import { phaseAt } from '../../study/sessions/plan.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';
import { spacingOf } from '../spread.ts';
import { callGroup, showGroup } from '../together.ts';

/**
 * Brings the messages of sessions together to their present phase, and calls those who want it. After downtime that is
 * one edit; a session whose plan is over by then is closed.
 */
export const together: Job = {
  name: 'together',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { db, share } = scheduler.app;
    for (const [place, group] of (await unsettledGroups(db, share)).entries()) {
      if (place > 0) await scheduler.wait(spacingOf(scheduler.app.share), signal);
      if (signal?.aborted === true) return;
      try {
        await bring(scheduler, group, now);
      } catch (error) {
        // Without an answer of Discord, the next tick tries again.
        if (error instanceof OutboxError) continue;
        scheduler.app.log.error({ cause: traceOf(error) }, 'a session together could not be handled');
      }
    }
  },
};

/** Ticks are a minute apart, in milliseconds. */
const BEAT = 60_000;

async function bring(scheduler: Scheduler, group: GroupSession, now: number): Promise<void> {
  const { app } = scheduler;
  if (!app.outbox.available(group.guildId)) return;
  const shown = await showGroup(app, group, now);
  const present = shown === 'shown' ? await groupOf(app.db, group.id) : null;
  if (present === null) return;
  await callGroup(app, present, now);
  // A session began at any second, and so do its phases.
  const rest = phaseAt(present.plan, now).to - now;
  if (rest < BEAT) {
    scheduler.later(`${group.id} ${now + rest}`, rest, async () => {
      const then = await groupOf(app.db, group.id);
      if (then !== null) await bring(scheduler, then, Math.max(app.now(), now + rest));
    });
  }
}
