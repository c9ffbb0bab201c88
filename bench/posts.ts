import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { startLocalDiscord } from '../playground/discord.ts';
import { posts } from '../src/schedule/posts/index.ts';
import { seedRoadmaps } from '../src/seed.ts';
import { openStore } from '../src/store/open.ts';
import { BotProcess } from './bot-process.ts';
import { oursOn, topics } from './contestants.ts';
import { type Figure, median, quantile } from './figures.ts';
import { timeAnswer } from './stopwatch.ts';
import type { PostsStore } from './posts-store.ts';
import type { Subject } from './subject.ts';
import { MINUTE } from '../src/time/units.ts';

/** How many servers there are. A trial on a slow machine takes fewer. */
export const SERVERS = 2500;
const PEOPLE_IN_EACH = 4;
/** What each of them has done. */
const TOPICS = 20;
/** Discord takes at most so many requests of a bot in a second, without answers to commands. */
const A_SECOND = 50;
/** In real milliseconds. */
const PATIENCE = 60_000;
/** The answers of a round, the rounds before the posts, and the pause between two answers in ms. */
const [PER_ROUND, IDLE_ROUNDS, PAUSE] = [100, 7, 10];
/** What a container of the size that `deploy/kubernetes` asks for has, in MB. */
const MEMORY = 384;

/**
 * Measures servers, with four members each, whose daily posts are due in the same minute, commands meanwhile, and the bot's memory.
 * @param placed where the bot finds the database that is filled in a file
 */
export async function measurePosts(
  folder: string,
  placed: (file: string) => Promise<PostsStore>,
  servers: number,
): Promise<readonly Figure[]> {
  const file = join(folder, 'posts.sqlite');
  const scene = await makeScene(folder, file, servers);
  const store = await placed(file);
  try {
    return await measure({ ...scene, env: { ...scene.env, ...store.env } }, store, servers);
  } finally {
    await scene.discord.stop();
    await store.end();
  }
}

async function measure(subject: Subject, store: PostsStore, servers: number): Promise<readonly Figure[]> {
  const { discord } = subject;
  await using bot = new BotProcess(subject, { withProbe: true });
  await bot.connected();
  const sent: number[] = [];
  const refused = { count: 0 };
  const stop = discord.world.feed.listen((event) => {
    if (event.kind !== 'request' || !/^\/channels\/\d+\/messages$/.test(event.request.path)) return;
    if (event.request.status === 200) sent.push(performance.now() - event.request.ms);
    if (event.request.status === 429) refused.count += 1;
  });
  await round(subject, PER_ROUND * 6);
  const idle: number[] = [];
  for (let n = 0; n < IDLE_ROUNDS; n += 1) idle.push(quantile(await round(subject, PER_ROUND), 0.99));

  const minute = Math.floor(Date.now() / MINUTE) * MINUTE;
  await store.makeDue(minute, new Date(minute).toISOString().slice(0, 10));
  while (sent.length === 0) await sleep(PAUSE);
  await bot.ask('watch');
  const cpu = await bot.ask('cpu');
  const busy: number[] = [];
  while (sent.length < servers) busy.push(quantile(await round(subject, PER_ROUND), 0.99));
  const used = (await bot.ask('cpu')) - cpu;
  await bot.ask('stall');
  const [step, rush] = [await bot.ask('step'), await bot.ask('rush')];
  const memory = await bot.ask('memory');
  stop();

  sent.sort((a, b) => a - b);
  const took = ((sent.at(-1) ?? 0) - (sent[0] ?? 0)) / 1000;
  const most = Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + 1000).length));
  const [before, during] = [median(idle), median(busy)];
  const what = `${servers.toLocaleString('en')} posts due in one minute`;
  return [
    {
      what: `${what}: ${took.toFixed(1)} s, of Discord's own limit`,
      unit: 'x',
      figure: took / (servers / A_SECOND),
      aim: 1.15,
    },
    {
      what: `${what}, sent in any second (at most ${most} arrived in one, ${refused.count} were refused)`,
      unit: '',
      figure: rush,
      aim: A_SECOND,
    },
    {
      what: `${what}, /topic p99: ${during.toFixed(1)} ms meanwhile, ${before.toFixed(1)} ms before`,
      unit: 'x',
      figure: during / before,
      aim: 1.5,
    },
    {
      what: `${what}, longest step (${(used / 1000).toFixed(0)} s of CPU with the commands)`,
      unit: 'ms',
      figure: step,
      aim: 50,
    },
    { what: `${what}, memory afterwards`, unit: 'MB', figure: memory / 2 ** 20, aim: MEMORY },
  ];
}

/** Some answers one after the other, in milliseconds. */
async function round({ discord, members }: Subject, count: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) {
    await sleep(PAUSE);
    const topic = topics[n % topics.length]?.id ?? '';
    const { sent, arrived } = await timeAnswer(discord, async () =>
      members[n % members.length]?.slash('topic', { topic }),
    );
    taken.push(arrived - sent);
  }
  return taken;
}

async function makeScene(folder: string, file: string, servers: number): Promise<Subject> {
  const discord = await startLocalDiscord({
    answerWithin: PATIENCE,
    finishWithin: PATIENCE,
    rateLimits: true,
  });
  for (let n = 0; n < servers; n += 1) discord.addGuild({ name: `Server ${n}`, channels: ['study'] });
  const [first] = discord.guilds;
  if (first === undefined) throw new Error('there is no server');
  const members = Array.from({ length: 400 }, (_, n) => first.addMember({ name: `Member ${n}` }));
  const { DATABASE_PATH: _, ...env } = oursOn(folder, '').env;
  const subject: Subject = { ...oursOn(folder, ''), env, discord, members };
  const store = await openStore(file);
  await seedRoadmaps(store.db, join(import.meta.dirname, '../data/roadmaps'), Date.now());
  await store.close();
  fill(
    file,
    discord.guilds.map((guild) => ({ id: guild.id, channelId: guild.channel().id })),
  );
  await (await openStore(file)).close();
  return subject;
}

function fill(file: string, servers: readonly { readonly id: string; readonly channelId: string }[]): void {
  const db = new Database(file);
  const tomorrow = Date.now() + 24 * 60 * MINUTE;
  const guild = db.prepare(`
    INSERT INTO guild (id, roadmap_id, channel_id, time_zone, locale, daily_at, weekdays, weekly_day, created_at)
    VALUES (?, 'backend', ?, 'UTC', 'en-US', '09:00', '1234567', 7, 0)`);
  const post = db.prepare(`INSERT INTO post (guild_id, kind, next_at, next_date) VALUES (?, ?, ?, ?)`);
  const member = db.prepare(
    'INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at) VALUES (?, 4, 1, 1, 0)',
  );
  const membership = db.prepare('INSERT INTO membership (guild_id, user_id, joined_at) VALUES (?, ?, 0)');
  const progress = db.prepare(`
    INSERT INTO progress (user_id, topic_id, state, since, since_date)
    SELECT ?, topic_id, 'done', ${Date.now()}, '2026-11-22' FROM roadmap_topic WHERE roadmap_id = 'backend'
    ORDER BY position LIMIT ${TOPICS} OFFSET ?`);
  db.transaction(() => {
    for (const [place, { id, channelId }] of servers.entries()) {
      guild.run(id, channelId);
      for (const { kind } of posts)
        post.run(id, kind, tomorrow, new Date(tomorrow).toISOString().slice(0, 10));
      for (let n = 0; n < PEOPLE_IN_EACH; n += 1) {
        const user = String(600_000_000_000_000_000n + BigInt(place * PEOPLE_IN_EACH + n));
        member.run(user);
        membership.run(id, user);
        progress.run(user, (place + n * 7) % 60);
      }
    }
  })();
  db.close();
}
