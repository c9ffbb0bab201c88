import { unsettledDeliveries } from '../store/schedule/deliveries.ts';
import { duePosts } from '../store/schedule/posts.ts';
import { type Chore, type Office, type Outcome, traceOf } from './scheduler.ts';
import { runPost } from './run.ts';
import { settle } from './settle.ts';
import { SPACING, spread } from './spread.ts';

/** How many jobs of a beat came to what. */
export type Tally = Partial<Record<Outcome, number>>;

interface Job {
  readonly guildId: string;
  run(): Promise<Outcome>;
}

/**
 * One beat: settles what is unsettled, then does what is due, spread over time, and the chores beside that. It never
 * throws, and what fails for one guild does not touch another.
 * @param now epoch milliseconds
 * @param signal once aborted nothing further is begun; what was begun is finished
 */
export async function beat(office: Office, now: number, signal?: AbortSignal): Promise<Tally> {
  const [tally] = await Promise.all([
    beatPosts(office, now, signal),
    ...office.chores.map((chore) => runChore(office, chore, now, signal)),
  ]);
  return tally;
}

async function runChore(office: Office, chore: Chore, now: number, signal?: AbortSignal): Promise<void> {
  try {
    await chore.run(office, now, signal);
  } catch (error) {
    if (signal?.aborted === true) return;
    office.app.log.error({ chore: chore.name, cause: traceOf(error) }, 'a chore could not be done');
  }
}

async function beatPosts(office: Office, now: number, signal?: AbortSignal): Promise<Tally> {
  const tally: Tally = {};
  try {
    const jobs = await jobsOf(office, now);
    await Promise.all(
      jobs.map(async (job, place) => {
        const outcome = await done(office, job, place, signal);
        if (outcome !== 'nothing') tally[outcome] = (tally[outcome] ?? 0) + 1;
      }),
    );
  } catch (error) {
    office.app.log.error({ cause: traceOf(error) }, 'what is due could not be read');
  }
  return tally;
}

async function jobsOf(office: Office, now: number): Promise<readonly Job[]> {
  const { db } = office.app;
  const unsettled = await unsettledDeliveries(db);
  const due = await duePosts(db, now);
  // What is unsettled comes first: the minutes in which Discord honours its nonce are passing.
  return [
    ...spread(
      unsettled.map((delivery) => ({ guildId: delivery.guildId, run: () => settle(office, delivery, now) })),
    ),
    ...spread(due.map((post) => ({ guildId: post.guildId, run: () => runPost(office, post, now) }))),
  ];
}

async function done(office: Office, job: Job, place: number, signal?: AbortSignal): Promise<Outcome> {
  try {
    if (place > 0) await office.wait(place * SPACING, signal);
    return signal?.aborted === true ? 'nothing' : await job.run();
  } catch (error) {
    if (signal?.aborted !== true) {
      office.app.log.error(
        { guildId: job.guildId, cause: traceOf(error) },
        'a scheduled post could not be handled',
      );
    }
    return 'nothing';
  }
}
