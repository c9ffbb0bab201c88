import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { startLocalDiscord } from '../playground/discord.ts';
import { seedRoadmaps } from '../src/seed.ts';
import { openStore } from '../src/store/open.ts';
import { BotProcess } from './bot-process.ts';
import { oursOn, topics } from './contestants.ts';
import { type Figure, median, quantile } from './figures.ts';
import { timeAnswer } from './stopwatch.ts';
import type { Subject } from './subject.ts';

const SERVERS = 2500;
const PEOPLE_IN_EACH = 4;
/** What each of them has done. */
const TOPICS = 20;
/** Discord takes at most so many requests of a bot in a second, without answers to commands. */
const A_SECOND = 50;
/** In real milliseconds. */
const PATIENCE = 60_000;
/** The answers of a round, the rounds before the posts, and the pause between two answers in ms. */
const [PER_ROUND, IDLE_ROUNDS, PAUSE] = [100, 7, 10];
const MINUTE = 60_000;

/** Measures 2,500 servers whose daily posts are due in the same minute, and commands meanwhile. */
export async function measurePosts(folder: string): Promise<readonly Figure[]> {
  const subject = await makeScene(folder);
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

  makeDue(subject);
  while (sent.length === 0) await sleep(PAUSE);
  await bot.ask('watch');
  const cpu = await bot.ask('cpu');
  const busy: number[] = [];
  while (sent.length < SERVERS) busy.push(quantile(await round(subject, PER_ROUND), 0.99));
  const used = (await bot.ask('cpu')) - cpu;
  await bot.ask('stall');
  const [step, rush] = [await bot.ask('step'), await bot.ask('rush')];
  stop();
  await bot[Symbol.asyncDispose]();
  await discord.stop();

  sent.sort((a, b) => a - b);
  const took = ((sent.at(-1) ?? 0) - (sent[0] ?? 0)) / 1000;
  const most = Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + 1000).length));
  const [before, during] = [median(idle), median(busy)];
  const what = `${SERVERS.toLocaleString('en')} posts due in one minute`;
  return [
    {
      what: `${what}: ${took.toFixed(1)} s, of Discord's own limit`,
      unit: 'x',
      figure: took / (SERVERS / A_SECOND),
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

/** The next tick of the bot finds all daily posts due. */
function makeDue({ env }: Subject): void {
  const db = new Database(env['DATABASE_PATH']);
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  db.prepare(`UPDATE post SET next_at = ?, next_date = ? WHERE kind = 'daily'`).run(
    now,
    new Date(now).toISOString().slice(0, 10),
  );
  db.close();
}

async function makeScene(folder: string): Promise<Subject> {
  const discord = await startLocalDiscord({
    answerWithin: PATIENCE,
    finishWithin: PATIENCE,
    rateLimits: true,
  });
  for (let n = 0; n < SERVERS; n += 1) discord.addGuild({ name: `Server ${n}`, channels: ['study'] });
  const [first] = discord.guilds;
  if (first === undefined) throw new Error('there is no server');
  const members = Array.from({ length: 400 }, (_, n) => first.addMember({ name: `Member ${n}` }));
  const subject: Subject = { ...oursOn(folder, 'posts.sqlite'), discord, members };
  const file = join(folder, 'posts.sqlite');
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
  const post = db.prepare(`INSERT INTO post (guild_id, kind, next_at, next_date) VALUES (?, 'daily', ?, ?)`);
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
      post.run(id, tomorrow, new Date(tomorrow).toISOString().slice(0, 10));
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
