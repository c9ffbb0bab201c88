import { type Kysely, sql } from 'kysely';
import { type Clock, dayReader } from '../../time/study-day.ts';

/**
 * The study date that each act counted for, kept with it; and every act of study in the log: reviews answered, proofs
 * written, others' work found clear, asked about or read. Of what is there already nobody knows any more which clocks
 * counted then, so it is dated by those of now, for the last time.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('activity')
    .addColumn('study_date', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await schema
    .alterTable('progress')
    .addColumn('since_date', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await schema
    .createIndex('activity_dates')
    .on('activity')
    .columns(['user_id', 'study_date', 'action'])
    .execute();

  await logEarlierActs(db);
  const users = await sql<{ id: string }>`SELECT user_id AS id FROM member`.execute(db);
  const readerFor = readers();
  for (const { id } of users.rows) {
    const clockIn = await clocksOf(db, id);
    await dateActivity(db, id, (guildId) => readerFor(clockIn(guildId)));
    await dateProgress(db, id, readerFor(clockIn(null)));
  }
}

/** What was taken back is left out, and what a team's app wrote for its members by itself. */
async function logEarlierActs(db: Kysely<never>): Promise<void> {
  const into = sql`INSERT INTO activity (id, batch, user_id, guild_id, topic_id, action, at)`;
  await sql`${into}
    SELECT id || '-review', id, user_id, NULL, topic_id, 'review', at FROM review_log AS answer
    WHERE rating IN ('again', 'hard', 'good', 'easy') AND NOT EXISTS (
      SELECT 1 FROM review_log AS taking WHERE taking.user_id = answer.user_id AND taking.undoes = answer.id
    )`.execute(db);
  await sql`${into}
    SELECT id || '-proof', id, user_id, NULL, topic_id, 'proof', created_at FROM proof
    WHERE NOT EXISTS (SELECT 1 FROM build_member WHERE build_member.proof_id = proof.id)`.execute(db);
  await sql`${into}
    SELECT 'clear-' || said.proof_id || '-' || said.guild_id || '-' || said.user_id,
      'clear-' || said.proof_id || '-' || said.guild_id || '-' || said.user_id,
      said.user_id, said.guild_id, proof.topic_id, 'clear', said.at
    FROM proof_clear AS said JOIN proof ON proof.id = said.proof_id`.execute(db);
  await sql`${into}
    SELECT said.id || '-question', said.id, said.user_id, said.guild_id, proof.topic_id, 'question', said.asked_at
    FROM proof_gap AS said JOIN proof ON proof.id = said.proof_id`.execute(db);
  await sql`${into}
    SELECT 'reading-' || said.proof_id || '-' || said.guild_id || '-' || said.user_id,
      'reading-' || said.proof_id || '-' || said.guild_id || '-' || said.user_id,
      said.user_id, said.guild_id, proof.topic_id, 'reading', said.said_at
    FROM proof_reading AS said JOIN proof ON proof.id = said.proof_id
    WHERE said.said_at IS NOT NULL`.execute(db);
}

/** The clock that counts for a member in a guild now: their own zone, else the guild's, else that of one they joined. */
async function clocksOf(db: Kysely<never>, userId: string): Promise<(guildId: string | null) => Clock> {
  const member = await sql<{ zone: string | null; start: number }>`
    SELECT time_zone AS zone, day_start AS start FROM member WHERE user_id = ${userId}`.execute(db);
  const joined = await sql<{ zone: string }>`
    SELECT time_zone AS zone FROM membership JOIN guild ON guild.id = membership.guild_id
    WHERE membership.user_id = ${userId} AND time_zone IS NOT NULL ORDER BY joined_at`.execute(db);
  const there = await sql<{ id: string; zone: string }>`
    SELECT id, time_zone AS zone FROM guild WHERE time_zone IS NOT NULL AND id IN (
      SELECT guild_id FROM activity WHERE user_id = ${userId}
    )`.execute(db);
  const zones = new Map(there.rows.map(({ id, zone }) => [id, zone]));
  const [own] = member.rows;
  return (guildId) => ({
    timeZone: own?.zone ?? zones.get(guildId ?? '') ?? joined.rows[0]?.zone ?? 'UTC',
    dayStart: own?.start ?? 0,
  });
}

type Reader = (at: number) => string;

/** One reader a clock: most members share a few. */
function readers(): (clock: Clock) => Reader {
  const known = new Map<string, Reader>();
  return (clock) => {
    const key = `${clock.timeZone} ${clock.dayStart}`;
    const reader = known.get(key) ?? dayReader(clock);
    known.set(key, reader);
    return reader;
  };
}

/** Row by row it would take minutes where there is much: what counts for one day is written at once. */
async function dateActivity(
  db: Kysely<never>,
  userId: string,
  readerIn: (guildId: string | null) => Reader,
): Promise<void> {
  const { rows } = await sql<{ guild: string | null; at: number | string }>`
    SELECT guild_id AS guild, at FROM activity WHERE user_id = ${userId} ORDER BY at`.execute(db);
  const days = new Map<string, { guild: string | null; date: string; first: number; last: number }>();
  for (const { guild, at } of rows) {
    const date = readerIn(guild)(Number(at));
    const day = days.get(`${guild} ${date}`) ?? { guild, date, first: Number(at), last: Number(at) };
    days.set(`${guild} ${date}`, { ...day, last: Number(at) });
  }
  for (const { guild, date, first, last } of days.values()) {
    await sql`UPDATE activity SET study_date = ${date}
      WHERE user_id = ${userId} AND at BETWEEN ${first} AND ${last} AND guild_id IS NOT DISTINCT FROM ${guild}`.execute(
      db,
    );
  }
}

/** A topic has its state since the day of what made it so; what was ticked before Roadmate, since that instant's day. */
async function dateProgress(db: Kysely<never>, userId: string, reader: Reader): Promise<void> {
  await sql`UPDATE progress SET since_date = COALESCE((
      SELECT study_date FROM activity
      WHERE activity.user_id = progress.user_id AND activity.at = progress.since
        AND activity.topic_id = progress.topic_id LIMIT 1
    ), '') WHERE user_id = ${userId}`.execute(db);
  const { rows } = await sql<{ since: number | string }>`
    SELECT DISTINCT since FROM progress WHERE user_id = ${userId} AND since_date = ''`.execute(db);
  for (const { since } of rows) {
    await sql`UPDATE progress SET since_date = ${reader(Number(since))}
      WHERE user_id = ${userId} AND since = ${since} AND since_date = ''`.execute(db);
  }
}
