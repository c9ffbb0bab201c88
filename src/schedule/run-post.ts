import { claimDelivery, noteRuns } from '../store/schedule/deliveries.ts';
import { type Guild, guildOf } from '../store/members/guilds.ts';
import { type DuePost, movePostOn, planPost } from '../store/schedule/posts.ts';
import { mayBeDone } from '../store/restored.ts';
import type { Db } from '../store/schema.ts';
import { decideRun } from './decide.ts';
import { nextRun, type Run, type Timetable } from './due.ts';
import { type Scheduler, type Outcome, report } from './scheduler.ts';
import type { ScheduledPost } from './scheduled-post.ts';
import { send } from './send.ts';
import { settle } from './settle.ts';
import { isPassing } from '../store/passing.ts';

/** The plan for a due post: the missed runs, the run to send now, and the next one. */
interface Plan {
  readonly missed: readonly Run[];
  readonly current: Run | null;
  readonly next: Run | null;
}

/**
 * Plans a due run and all later runs that have passed since. `window` in milliseconds, `now` in epoch milliseconds.
 */
function planRuns(timetable: Timetable, due: Run, window: number, now: number): Plan {
  const missed: Run[] = [];
  let run: Run | null = due;
  while (run !== null) {
    const decision = decideRun(run.at, window, now);
    if (decision === 'wait') break;
    if (decision !== 'skip') return { missed, current: run, next: nextRun(timetable, run.at) };
    missed.push(run);
    run = nextRun(timetable, run.at);
  }
  return { missed, current: null, next: run };
}

/**
 * Runs a due post. The claim, the content and the next run are written in one transaction before anything is sent. So
 * after a crash the delivery is known, and nobody claims it again.
 */
export async function runPost(scheduler: Scheduler, due: DuePost, now: number): Promise<Outcome> {
  const { app, posts } = scheduler;
  const { guildId, kind } = due;
  const post = posts.find((one) => one.kind === kind);
  const guild = await guildOf(app.db, guildId);
  const timetable = guild === null ? null : (post?.timetable(guild) ?? null);
  if (post === undefined || guild === null || guild.channelId === null || timetable === null) {
    await planPost(app.db, guildId, kind, null);
    return 'nothing';
  }
  const plan = planRuns(timetable, due.run, post.window, now);
  const task = { post, guild, channelId: guild.channelId, due, plan };
  if (plan.current !== null) {
    return app.outbox.available(guildId) ? sendRun(scheduler, task, plan.current, now) : 'nothing';
  }
  const isMoved = await moveOn(scheduler, task, now, () => Promise.resolve(true));
  if (isMoved === null || plan.missed.length === 0) return 'nothing';
  return report(scheduler, { guildId, kind, date: due.run.date, dueAt: due.run.at }, 'skipped');
}

interface Task {
  readonly post: ScheduledPost;
  readonly guild: Guild;
  readonly channelId: string;
  readonly due: DuePost;
  readonly plan: Plan;
}

async function sendRun(scheduler: Scheduler, task: Task, run: Run, now: number): Promise<Outcome> {
  const { post, guild, channelId, due } = task;
  const { guildId, kind } = due;
  const without = async (outcome: 'skipped' | 'failed', error?: unknown): Promise<Outcome> => {
    await moveOn(scheduler, task, now, (trx) =>
      noteRuns(trx, { guildId, kind, runs: [run], channelId, state: outcome, at: now }),
    );
    return report(scheduler, { guildId, kind, date: run.date, dueAt: run.at }, outcome, error);
  };
  let content: unknown;
  try {
    content = await post.prepare(scheduler.app, guild, run, now);
  } catch (error) {
    // The run stays planned, so the next tick tries again.
    if (isPassing(error))
      return report(scheduler, { guildId, kind, date: run.date, dueAt: run.at }, 'postponed', error);
    return without('failed', error);
  }
  if (content === null) return without('skipped');
  // If an organiser moved the time to later on the same day, the day keeps its first post.
  const mayStandThere = mayBeDone(scheduler.app.restored, run.at);
  const delivery = await moveOn(scheduler, task, now, (trx) =>
    claimDelivery(trx, { guildId, kind, run, channelId, content, at: mayStandThere ? run.at : now }),
  );
  if (delivery === null) return 'nothing';
  return mayStandThere ? settle(scheduler, delivery, now) : send(scheduler, { delivery, post, guild }, now);
}

/**
 * Moves a post on to its next run. In the same transaction it records the missed runs and does `act`.
 * @returns null, without any change, if the post is no longer planned for that run
 */
function moveOn<T>(
  { batch }: Scheduler,
  { due, plan, channelId }: Task,
  now: number,
  act: (trx: Db) => Promise<T>,
): Promise<T | null> {
  return batch(async (trx) => {
    if (!(await movePostOn(trx, due, plan.next))) return null;
    const { guildId, kind } = due;
    await noteRuns(trx, { guildId, kind, runs: plan.missed, channelId, state: 'skipped', at: now });
    return act(trx);
  });
}
