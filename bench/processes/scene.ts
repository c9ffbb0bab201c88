import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from '../../playground/discord.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import { posts } from '../../src/schedule/posts/index.ts';
import { seedRoadmaps } from '../../src/seed.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { join as joinGroup } from '../../src/store/members/memberships.ts';
import { claimCheck } from '../../src/store/members/presence.ts';
import { openStore } from '../../src/store/open.ts';
import { planPost } from '../../src/store/schedule/posts.ts';
import type { Db } from '../../src/store/schema.ts';
import { nextRun } from '../../src/schedule/due.ts';
import { shardOf } from '../../src/store/share.ts';

export const SHARDS = 4;
/** How many servers there are. A trial takes fewer: `GUILDS=400 npm run bench:processes`. */
export const GUILDS = Number(process.env['GUILDS'] ?? 4000);
/** How many of them have their daily post in the same minute. */
export const DUE = GUILDS / 4;
/** How many guilds have members who use commands. */
const BUSY = GUILDS / 10;

/** Somebody who uses commands, and the shard of their guild. */
export interface User {
  readonly person: Person;
  readonly guild: GuildHandle;
  readonly shard: number;
}

export interface Scene {
  readonly discord: LocalDiscord;
  readonly due: readonly GuildHandle[];
  readonly users: readonly User[];
}

/**
 * Discord with thousands of guilds, its limits, and one shard every five seconds. Guilds are spread over the shards by
 * their ids. Each has one channel and one member.
 */
export async function makeScene(): Promise<Scene> {
  const discord = await startLocalDiscord({
    rateLimits: true,
    recommendedShards: SHARDS,
    finishWithin: 15_000,
    gateway: { maxConcurrency: 1, identifyEvery: 5000 },
  });
  const guilds: GuildHandle[] = [];
  for (let n = 0; n < GUILDS; n += 1)
    guilds.push(discord.addGuild({ name: `Study ${n}`, channels: ['study'] }));
  const users = guilds.slice(DUE, DUE + BUSY).map((guild, n) => {
    return { guild, shard: shardOf(guild.id, SHARDS), person: guild.addMember({ name: `Member ${n}` }) };
  });
  return { discord, due: guilds.slice(0, DUE), users };
}

/** Fills the database as if all guilds had been set up some time ago. Their posts come tomorrow. */
export async function fillStore(url: string, { discord, users }: Scene, now: number): Promise<void> {
  const store = await openStore(url);
  const { db } = store;
  await seedRoadmaps(db, join(import.meta.dirname, '../../data/roadmaps'), now);
  const tomorrow = timeOf(now - 60 * 60_000);
  await inFour(discord.guilds, async (guild) => {
    await ensureGuild(db, guild.id, 'en-US', now);
    const channelId = guild.channel().id;
    await changeGuild(db, guild.id, { roadmapId: 'backend', channelId, timeZone: 'UTC', dailyAt: tomorrow });
    await plan(db, guild.id, now);
  });
  await inFour(users, ({ guild, person }) => joinGroup(db, guild.id, person.id, now));
  await store.close();
}

/** Moves the daily post of some guilds to a minute (epoch ms). Their members count as checked for it. */
export async function planFor(url: string, guilds: readonly GuildHandle[], at: number): Promise<void> {
  const store = await openStore(url);
  await inFour(guilds, async ({ id }) => {
    await changeGuild(store.db, id, { dailyAt: timeOf(at) });
    await plan(store.db, id, at - 1);
    await claimCheck(store.db, id, at, at);
  });
  await store.close();
}

async function plan(db: Db, guildId: string, after: number): Promise<void> {
  const guild = await guildOf(db, guildId);
  if (guild === null) throw new Error('the guild was just written');
  for (const post of posts) {
    const timetable = post.timetable(guild);
    await planPost(db, guildId, post.kind, timetable === null ? null : nextRun(timetable, after));
  }
}

/** `HH:MM` of an instant (epoch ms), UTC. */
function timeOf(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString().slice(11, 16);
}

/** Does the same for each of many, four at once. */
async function inFour<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  const queue = all.values();
  const work = async (): Promise<void> => {
    for (const one of queue) await act(one);
  };
  await Promise.all([work(), work(), work(), work()]);
}
