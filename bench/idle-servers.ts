import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { jobs } from '../src/schedule/jobs/index.ts';
import { posts } from '../src/schedule/posts/index.ts';
import { tick } from '../src/schedule/tick.ts';
import { seedRoadmaps } from '../src/seed.ts';
import { openStore } from '../src/store/open.ts';
import { makeBatch } from '../src/store/batch.ts';
import { type Figure, median } from './figures.ts';
import { quietApp } from './quiet-app.ts';
import { HOUR } from '../src/time/units.ts';

const SERVERS = 25_000;
const PEOPLE_IN_EACH = 4;
const [WARM_UP, TICKS] = [10, 40];
const NOW = Temporal.Instant.from('2026-11-23T09:00Z').epochMilliseconds;

/** Measures a tick of a bot in 25,000 servers with 100,000 members, of which none has anything due. */
export async function measureIdleServers(folder: string): Promise<readonly Figure[]> {
  const file = join(folder, 'idle.sqlite');
  const first = await openStore(file);
  await seedRoadmaps(first.db, join(import.meta.dirname, '../data/roadmaps'), NOW);
  await first.close();
  fill(file);
  await (await openStore(file)).close();
  const store = await openStore(file);
  const scheduler = {
    app: quietApp(store.db, pino({ level: 'silent' }), NOW),
    posts,
    jobs,
    turn: () => Promise.resolve(),
    batch: makeBatch(store.db, () => Promise.resolve()),
    later: () => undefined,
  };
  const taken: number[] = [];
  for (let n = 0; n < WARM_UP + TICKS; n += 1) {
    const from = cpuOfThread();
    await tick(scheduler, NOW + n * 60_000);
    taken.push(cpuOfThread() - from);
  }
  await store.close();
  const measured = taken.slice(WARM_UP);
  return [
    { what: 'a tick, CPU (median)', unit: 'ms', figure: median(measured), aim: 5 },
    {
      what: 'all ticks, CPU of each',
      unit: 'ms',
      figure: measured.reduce((sum, one) => sum + one, 0) / TICKS,
      aim: 5,
    },
  ];
}

function cpuOfThread(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Writes the servers. Each has both posts, a board, a reminder, a quest of the week, and people who want a buddy. */
function fill(file: string): void {
  const db = new Database(file);
  db.exec(`
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -262144;
    CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
    WITH RECURSIVE next(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM next WHERE n < ${SERVERS * PEOPLE_IN_EACH - 1})
      INSERT INTO number SELECT n FROM next;
    BEGIN;
    INSERT INTO guild (id, roadmap_id, channel_id, time_zone, locale, daily_at, weekdays, weekly_day, created_at, quests, paired_week, pair_at)
      SELECT 400000000000000000 + n * 4194304, 'backend', 'c' || n, 'UTC', 'en-US', '21:00', '1234567', 7, 0, 1, '2026-11-23',
        ${NOW + 7 * 24 * HOUR}
      FROM number WHERE n < ${SERVERS};
    INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at) SELECT 'u' || n, 4, 1, 1, 0 FROM number;
    INSERT INTO membership (guild_id, user_id, joined_at, roles_due, buddy_slots)
      SELECT 400000000000000000 + (n / ${PEOPLE_IN_EACH}) * 4194304, 'u' || n, 0, 0, CASE WHEN n % 10 = 0 THEN '1' END FROM number;
    INSERT INTO post (guild_id, kind, next_at, next_date)
      SELECT guild.id, kind.value, ${NOW + 12 * HOUR} + guild.rowid % 1000, '2026-11-23' FROM guild, json_each('["daily", "weekly"]') AS kind;
    INSERT INTO delivery (id, guild_id, kind, local_date, state, channel_id, due_at, claimed_at, sent_at, message_id, content)
      SELECT id || '-' || n, id, 'daily', date('2026-11-22', '-' || n || ' days'), 'sent', 'c', ${NOW} - (n + 1) * ${24 * HOUR},
        ${NOW}, ${NOW}, id || n, NULL FROM guild JOIN number ON n < 10;
    INSERT INTO reminder (user_id, way, hour, time_zone, locale, next_at, next_date)
      SELECT 'u' || n, 'dm', 20, 'UTC', 'en-US', ${NOW + 11 * HOUR}, '2026-11-23' FROM number WHERE n % 4 = 0;
    COMMIT;
  `);
  db.close();
}
