import { claimDelivery, type Delivery, noteRuns } from '../store/deliveries.ts';
import { type Guild, guildOf } from '../store/guilds.ts';
import { type DuePost, movePostOn, planPost } from '../store/posts.ts';
import { decideRun } from './decide.ts';
import { nextRun, type Run, type Timetable } from './due.ts';
import { type Office, type Outcome, report } from './office.ts';
import type { ScheduledPost } from './scheduled-post.ts';
import { send } from './send.ts';

/** What a due post comes to: the runs that are too late, the one to send now, and the one after. */
export interface Plan {
  readonly missed: readonly Run[];
  readonly current: Run | null;
  readonly next: Run | null;
}

/** Decides on a due run, and on all that have passed since. `window` in milliseconds, `now` in epoch milliseconds. */
export function planRuns(timetable: Timetable, due: Run, window: number, now: number): Plan {
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
 * Does what a due post asks for. The claim, what the post says and its next run are written in one transaction,
 * before anything is sent: whatever happens then, the delivery is known, and nobody claims it again.
 */
export async function runPost(office: Office, due: DuePost, now: number): Promise<Outcome> {
  const { app, outbox, posts } = office;
  const { guildId, kind } = due;
  const post = posts.find((one) => one.kind === kind);
  const guild = await guildOf(app.db, guildId);
  const timetable = guild === null ? null : (post?.timetable(guild) ?? null);
  if (post === undefined || guild === null || guild.channelId === null || timetable === null) {
    await planPost(app.db, guildId, kind, null);
    return 'nothing';
  }
  const plan = planRuns(timetable, due.run, post.window, now);
  if (plan.current === null) return skip(office, guild, guild.channelId, due, plan, now);
  if (!outbox.available(guildId)) return 'nothing';
  return sendRun(office, { post, guild, channelId: guild.channelId, due, plan, run: plan.current }, now);
}

interface Task {
  readonly post: ScheduledPost;
  readonly guild: Guild;
  readonly channelId: string;
  readonly due: DuePost;
  readonly plan: Plan;
  readonly run: Run;
}

async function sendRun(office: Office, task: Task, now: number): Promise<Outcome> {
  const { post, guild, channelId, due, plan, run } = task;
  const { guildId, kind } = due;
  const subject = { guildId, kind, date: run.date };
  let content: unknown;
  try {
    content = await post.prepare(office.app, guild, run);
  } catch (error) {
    await without(office, task, 'failed', now);
    return report(office, subject, 'failed', error);
  }
  if (content === null) {
    await without(office, task, 'skipped', now);
    return report(office, subject, 'skipped');
  }
  const delivery = await office.app.db.transaction().execute(async (trx): Promise<Delivery | null> => {
    if (!(await movePostOn(trx, due, plan.next))) return null;
    await noteRuns(trx, guildId, kind, plan.missed, channelId, 'skipped', now);
    // A time that an organiser moved within the day comes twice; the day keeps its first post.
    return claimDelivery(trx, { guildId, kind, run, channelId, content, at: now });
  });
  return delivery === null ? 'nothing' : send(office, { delivery, post, guild }, now);
}

/** Moves on past runs that are too late, and counts them. */
async function skip(
  office: Office,
  { id }: Guild,
  channelId: string,
  due: DuePost,
  { missed, next }: Plan,
  now: number,
): Promise<Outcome> {
  const moved = await office.app.db.transaction().execute(async (trx) => {
    if (!(await movePostOn(trx, due, next))) return false;
    await noteRuns(trx, id, due.kind, missed, channelId, 'skipped', now);
    return true;
  });
  if (!moved || missed.length === 0) return 'nothing';
  return report(office, { guildId: id, kind: due.kind, date: due.run.date }, 'skipped');
}

/** Moves on from a run without sending it. */
async function without(
  office: Office,
  { due, plan, run, channelId }: Task,
  state: 'skipped' | 'failed',
  now: number,
): Promise<void> {
  await office.app.db.transaction().execute(async (trx) => {
    if (!(await movePostOn(trx, due, plan.next))) return;
    await noteRuns(trx, due.guildId, due.kind, plan.missed, channelId, 'skipped', now);
    await noteRuns(trx, due.guildId, due.kind, [run], channelId, state, now);
  });
}
