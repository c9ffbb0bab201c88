import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { daily } from '../src/schedule/posts/daily.ts';
import type { Scheduler } from '../src/schedule/scheduler.ts';
import { seedRoadmaps } from '../src/seed.ts';
import { guildOf } from '../src/store/members/guilds.ts';
import { openStore } from '../src/store/open.ts';
import { membersOn } from '../src/store/progress/topic-members.ts';
import type { Db } from '../src/store/schema.ts';
import { bringSearchInStep } from '../src/store/search.ts';
import { type Figure, median } from './figures.ts';
import { quietApp } from './quiet-app.ts';
import { activityOfGroup, progressOfGroup } from '../test/store/whole-group.ts';

const SMALL_GROUPS = 2500;
const PEOPLE_IN_EACH = 4;
/** The size of the one large group. */
const LARGE_GROUP = 2000;
const PEOPLE = SMALL_GROUPS * PEOPLE_IN_EACH;
/** With so many acts of each person, the log has a million rows. */
const ACTS = 100;
const TOPICS_TOUCHED = 40;

const NOW = Temporal.Instant.from('2026-11-23T09:00Z').epochMilliseconds;
const RUN = { at: NOW, date: '2026-11-23' };

/**
 * Measures what could become slower as the store grows: a start, the queries of small groups, and a large group's post.
 */
export async function measureStore(folder: string): Promise<readonly Figure[]> {
  const file = join(folder, 'million.sqlite');
  const first = await openStore(file);
  await seedRoadmaps(first.db, join(import.meta.dirname, '../data/roadmaps'), NOW);
  await first.close();
  fill(file);
  // The first start after so many new rows makes planner statistics, so the second one is measured.
  await (await openStore(file)).close();

  const began = performance.now();
  const store = await openStore(file);
  await bringSearchInStep(store.db);
  const start = performance.now() - began;
  const { db } = store;
  const app = quietApp(db, pino({ level: 'silent' }), NOW);
  const topic = await db.selectFrom('topic').select('id').where('key', '=', 'acid').executeTakeFirstOrThrow();
  const figures = [
    { what: 'start on a million rows', unit: 'ms', figure: start, aim: 500 },
    await timed('progress of a group of 4', 2, () => progressOfGroup(db, 'g1', 'backend')),
    await timed('activity of a group of 4', 2, () => activityOfGroup(db, 'g1', 'backend')),
    await timed('who of a group of 4 is on a topic', 2, () => membersOn(db, 'g1', [topic.id])),
    await timed('a daily post for a group of 4', 20, () => prepare(db, app, 'g1')),
    await timed(`a daily post for a group of ${LARGE_GROUP}`, 500, () => prepare(db, app, 'large')),
  ] as const;
  await store.close();
  return figures;
}

async function timed(what: string, aim: number, act: () => Promise<unknown>): Promise<Figure> {
  const taken: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    const from = performance.now();
    await act();
    taken.push(performance.now() - from);
  }
  return { what, unit: 'ms', figure: median(taken), aim };
}

async function prepare(db: Db, app: Scheduler['app'], guildId: string): Promise<unknown> {
  const guild = await guildOf(db, guildId);
  if (guild === null) throw new Error(`there is no group ${guildId}`);
  return daily.prepare(app, guild, RUN, RUN.at);
}

/** Writes a million acts of 10,000 people in the order of time, as a running bot would. */
function fill(file: string): void {
  const db = new Database(file);
  db.exec(`
    PRAGMA synchronous = OFF;
    CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
    WITH RECURSIVE next(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM next WHERE n < ${PEOPLE - 1})
      INSERT INTO number SELECT n FROM next;
    CREATE TEMP TABLE place AS
      SELECT row_number() OVER (ORDER BY position) - 1 AS n, topic_id AS id, count(*) OVER () AS of
      FROM roadmap_topic WHERE roadmap_id = 'backend';
    CREATE INDEX temp.place_n ON place (n);
    BEGIN;
    INSERT INTO guild (id, roadmap_id, channel_id, time_zone, locale, daily_at, weekdays, weekly_day, created_at)
      SELECT 'g' || n, 'backend', 'c' || n, 'UTC', 'en-US', '09:00', '1234567', 7, 0 FROM number WHERE n < ${SMALL_GROUPS}
      UNION ALL SELECT 'large', 'backend', 'c', 'UTC', 'en-US', '09:00', '1234567', 7, 0;
    INSERT INTO member (user_id, day_start, show_topics, show_progress, created_at) SELECT 'u' || n, 4, 1, 1, 0 FROM number;
    INSERT INTO membership (guild_id, user_id, joined_at)
      SELECT 'g' || (n / ${PEOPLE_IN_EACH}), 'u' || n, 0 FROM number
      UNION ALL SELECT 'large', 'u' || n, 0 FROM number WHERE n < ${LARGE_GROUP};
    INSERT INTO progress (user_id, topic_id, state, since, since_date)
      SELECT 'u' || person.n, place.id, 'done', ${NOW} - 86400000, '2026-11-22'
      FROM number AS person JOIN number AS act ON act.n < ${TOPICS_TOUCHED}
      JOIN place ON place.n = (person.n * 7 + act.n) % place.of;
    INSERT INTO activity (id, batch, user_id, topic_id, action, at, study_date)
      SELECT act.n || '-' || person.n, act.n || '-' || person.n, 'u' || person.n, place.id, 'done',
        ${NOW} - (${ACTS} - act.n) * 86400000, date(${NOW} / 1000 - (${ACTS} - act.n) * 86400, 'unixepoch')
      FROM number AS act JOIN number AS person JOIN place ON place.n = (person.n * 7 + act.n) % place.of
      WHERE act.n < ${ACTS};
    INSERT INTO post (guild_id, kind, next_at, next_date)
      SELECT 'g' || n, 'daily', ${NOW}, '${RUN.date}' FROM number WHERE n < ${SMALL_GROUPS};
    COMMIT;
  `);
  db.close();
}
