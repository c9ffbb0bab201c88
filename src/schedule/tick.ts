import { unsettledDeliveries } from '../store/schedule/deliveries.ts';
import { duePosts } from '../store/schedule/posts.ts';
import { isOfShare } from '../store/share.ts';
import { makeGap } from '../roadmap/in-turns.ts';
import { type Job, type Scheduler, type Outcome, traceOf } from './scheduler.ts';
import { runPost } from './run-post.ts';
import { spacingOf } from './sending-pace.ts';
import { settle } from './settle.ts';
import { spread } from './spread.ts';

/** How many posts of a tick had which outcome. */
export type Tally = Partial<Record<Outcome, number>>;

interface DueDelivery {
  readonly guildId: string;
  run(): Promise<Outcome>;
}

/**
 * A tick settles what is unsettled, and sends what is due, spread over time. The jobs run meanwhile. It never throws, and
 * a failure in one guild does not touch another.
 * @param now epoch milliseconds
 * @param signal after an abort nothing further begins, but work that has begun is finished
 */
export async function tick(scheduler: Scheduler, now: number, signal?: AbortSignal): Promise<Tally> {
  const [tally] = await Promise.all([
    tickPosts(scheduler, now, signal),
    ...jobsOf(scheduler).map((job) => runJob(scheduler, job, now, signal)),
  ]);
  return tally;
}

/** The jobs that this process does. */
function jobsOf({ app, jobs }: Scheduler): readonly Job[] {
  return jobs.filter((job) => job.of === 'guilds' || isOfShare(app.share, null));
}

async function runJob(scheduler: Scheduler, job: Job, now: number, signal?: AbortSignal): Promise<void> {
  try {
    await job.run(scheduler, now, signal);
  } catch (error) {
    if (signal?.aborted === true) return;
    scheduler.app.log.error({ job: job.name, cause: traceOf(error) }, 'a job could not be done');
  }
}

async function tickPosts(scheduler: Scheduler, now: number, signal?: AbortSignal): Promise<Tally> {
  const tally: Tally = {};
  try {
    // All workers share one queue, and a delivery is prepared only when there is room for it.
    const queue = (await dueDeliveries(scheduler, now)).values();
    const gap = makeGap();
    const work = async (): Promise<void> => {
      for (const delivery of queue) {
        await gap();
        if (signal?.aborted === true) return;
        const outcome = await done(scheduler, delivery, signal);
        if (outcome !== 'nothing') tally[outcome] = (tally[outcome] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: Math.ceil(UNDER_WAY / spacingOf(scheduler.app.share)) }, work));
  } catch (error) {
    scheduler.app.log.error({ cause: traceOf(error) }, 'what is due could not be read');
  }
  return tally;
}

/**
 * Posts that are sent within so many milliseconds are under way at the same time. This keeps the pace if an answer of Discord
 * takes 400 ms, because a post also waits to be claimed and to be marked together with others, 200 ms at most each.
 */
const UNDER_WAY = 900;

async function dueDeliveries(scheduler: Scheduler, now: number): Promise<readonly DueDelivery[]> {
  const { db, share } = scheduler.app;
  const unsettled = await unsettledDeliveries(db, share);
  const due = await duePosts(db, share, now);
  // Unsettled deliveries come first, because Discord honours their nonces only for a few minutes.
  return [
    ...spread(
      unsettled.map((delivery) => ({
        guildId: delivery.guildId,
        run: () => settle(scheduler, delivery, now),
      })),
    ),
    ...spread(due.map((post) => ({ guildId: post.guildId, run: () => runPost(scheduler, post, now) }))),
  ];
}

async function done(scheduler: Scheduler, delivery: DueDelivery, signal?: AbortSignal): Promise<Outcome> {
  try {
    return await delivery.run();
  } catch (error) {
    if (signal?.aborted !== true) {
      scheduler.app.log.error(
        { guildId: delivery.guildId, cause: traceOf(error) },
        'a scheduled post could not be handled',
      );
    }
    return 'nothing';
  }
}
