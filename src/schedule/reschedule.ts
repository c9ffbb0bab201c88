import { noteFailuresTold } from '../store/schedule/failures.ts';
import { deliveryId, deliveryOf } from '../store/schedule/deliveries.ts';
import { type Guild, guildOf } from '../store/members/guilds.ts';
import { guildsWithNewKinds, pausePost, planPost, postsOf, unpausePost } from '../store/schedule/posts.ts';
import type { Db } from '../store/schema.ts';
import type { Share } from '../store/share.ts';
import { POST_KINDS, type PostKind } from '../study/post-kinds.ts';
import { dateOf, dayNumber } from '../time/study-day.ts';
import { nextRun, nextRuns, type Run, type Timetable } from './due.ts';
import { posts } from './posts/index.ts';
import type { ScheduledPost } from './scheduled-post.ts';
import { write } from '../store/write.ts';
import { DAYS_A_WEEK } from '../time/units.ts';

/**
 * Plans the next run of each post again. Call it when a guild's settings have changed, and when the bot has left it
 * or come back. Paused posts stay paused. `now`: epoch milliseconds.
 */
export async function reschedule(db: Db, guild: Guild, now: number): Promise<void> {
  for (const post of posts) await plan(db, guild, post, now);
}

async function plan(db: Db, guild: Guild, post: ScheduledPost, now: number): Promise<void> {
  const run = await firstOpenRun(db, guild.id, post.kind, post.timetable(guild), now);
  await planPost(db, guild.id, post.kind, run);
}

/**
 * Plans the posts of a new kind in guilds of a share that were set up before the kind existed. The other posts stay as they are
 * planned: those that came due while the bot was away are sent late. If they are paused, the new one is paused too. Called
 * at the start. `now`: epoch milliseconds.
 */
export async function planNewKinds(db: Db, share: Share, now: number): Promise<void> {
  for (const guildId of await guildsWithNewKinds(db, share, POST_KINDS)) {
    await write(db, async (trx) => {
      const guild = await guildOf(trx, guildId);
      if (guild === null) return;
      const known = await postsOf(trx, guildId);
      const reason = known.find((post) => post.pause !== null)?.pause?.reason;
      for (const post of posts) {
        if (known.some(({ kind }) => kind === post.kind)) continue;
        await plan(trx, guild, post, now);
        if (reason !== undefined) await pausePost(trx, guildId, post.kind, reason, now);
      }
    });
  }
}

/** Pauses all posts of a guild for an organiser. Call it within a transaction. `now`: epoch milliseconds. */
export async function pause(trx: Db, guildId: string, now: number): Promise<void> {
  for (const { kind } of posts) await pausePost(trx, guildId, kind, 'organiser', now);
}

/**
 * Ends all pauses of a guild, whatever their reason, and plans its posts again. Call it within a transaction, also
 * when an organiser has chosen a channel or given the bot its permissions. `now`: epoch milliseconds.
 */
export async function resume(trx: Db, guild: Guild, now: number): Promise<void> {
  for (const { kind } of posts) await unpausePost(trx, guild.id, kind);
  // A person who ends a pause knows why posts failed, so these failures are not mentioned again.
  await noteFailuresTold(trx, guild.id, now);
  await reschedule(trx, guild, now);
}

/** A future run. */
export interface Upcoming extends Run {
  readonly kind: PostKind;
}

/** The runs of all posts of a guild in the seven days from the next one on, in order, without paused posts. */
export async function upcoming(db: Db, guild: Guild): Promise<readonly Upcoming[]> {
  const planned = await postsOf(db, guild.id);
  const runs = planned
    .flatMap(({ kind, next }) => {
      const timetable = posts.find((post) => post.kind === kind)?.timetable(guild) ?? null;
      if (next === null || timetable === null) return [];
      return [next, ...nextRuns(timetable, next.at, DAYS_A_WEEK - 1)].map((run) => ({ ...run, kind }));
    })
    .toSorted((a, b) => a.at - b.at);
  const [first] = runs;
  if (first === undefined) return [];
  const end = dateOf(dayNumber(first.date) + DAYS_A_WEEK);
  return runs.filter(({ date }) => date < end);
}

/**
 * The next run on a date without a delivery. If the time is moved to later on the same day, that day gets no second
 * post.
 */
async function firstOpenRun(
  db: Db,
  guildId: string,
  kind: PostKind,
  timetable: Timetable | null,
  now: number,
): Promise<Run | null> {
  if (timetable === null) return null;
  let run = nextRun(timetable, now);
  while (run !== null && (await deliveryOf(db, deliveryId({ guildId, kind, date: run.date }))) !== null) {
    run = nextRun(timetable, run.at);
  }
  return run;
}
