import { unsettledDeliveries } from '../store/schedule/deliveries.ts';
import { duePosts } from '../store/schedule/posts.ts';
import { type Job, type Scheduler, type Outcome, traceOf } from './scheduler.ts';
import { runPost } from './run.ts';
import { settle } from './settle.ts';
import { SPACING, spread } from './spread.ts';

/** How many jobs of a tick came to what. */
export type Tally = Partial<Record<Outcome, number>>;

interface DueDelivery {
  readonly guildId: string;
  run(): Promise<Outcome>;
}

/**
 * One tick: settles what is unsettled, then does what is due, spread over time, and the jobs beside that. It never
 * throws, and what fails for one guild does not touch another.
 * @param now epoch milliseconds
 * @param signal once aborted nothing further is begun; what was begun is finished
 */
export async function tick(scheduler: Scheduler, now: number, signal?: AbortSignal): Promise<Tally> {
  const [tally] = await Promise.all([
    tickPosts(scheduler, now, signal),
    ...scheduler.jobs.map((job) => runJob(scheduler, job, now, signal)),
  ]);
  return tally;
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
    const deliveries = await jobsOf(scheduler, now);
    await Promise.all(
      deliveries.map(async (delivery, place) => {
        const outcome = await done(scheduler, delivery, place, signal);
        if (outcome !== 'nothing') tally[outcome] = (tally[outcome] ?? 0) + 1;
      }),
    );
  } catch (error) {
    scheduler.app.log.error({ cause: traceOf(error) }, 'what is due could not be read');
  }
  return tally;
}

async function jobsOf(scheduler: Scheduler, now: number): Promise<readonly DueDelivery[]> {
  const { db } = scheduler.app;
  const unsettled = await unsettledDeliveries(db);
  const due = await duePosts(db, now);
  // What is unsettled comes first: the minutes in which Discord honours its nonce are passing.
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

async function done(
  scheduler: Scheduler,
  delivery: DueDelivery,
  place: number,
  signal?: AbortSignal,
): Promise<Outcome> {
  try {
    if (place > 0) await scheduler.wait(place * SPACING, signal);
    return signal?.aborted === true ? 'nothing' : await delivery.run();
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
