import { type Kysely, sql } from 'kysely';
import { type Clock, dateOf, dayNumber, dayReader } from '../../time/study-day.ts';

/** What was kept of a card before an answer, in epoch milliseconds until now. */
interface KeptBefore {
  card: { due: number; lastReview: number | null; scheduledDays: number } & Record<string, unknown>;
  putOffUntil: number | null;
}

const PAGE = 1000;

/** Reviews by one measure: the study days of their member, where they were by instants that UTC's midnights divided. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('review')
    .addColumn('due_date', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await schema.alterTable('review').addColumn('review_date', 'text').execute();
  await schema.alterTable('review').addColumn('put_off_to', 'text').execute();

  const users = await sql<{ id: string; zone: string | null; start: number }>`
    SELECT member.user_id AS id, day_start AS start, COALESCE(member.time_zone, (
      SELECT guild.time_zone FROM membership JOIN guild ON guild.id = membership.guild_id
      WHERE membership.user_id = member.user_id AND guild.time_zone IS NOT NULL
      ORDER BY joined_at, guild.id LIMIT 1
    )) AS zone
    FROM member WHERE user_id IN (SELECT user_id FROM review_log)`.execute(db);
  for (const { id, zone, start } of users.rows) {
    const clock = { timeZone: zone ?? 'UTC', dayStart: start };
    await dateCards(db, id, clock);
    await dateLog(db, id, clock);
  }
  await schema.alterTable('review').dropColumn('due').execute();
  await schema.alterTable('review').dropColumn('put_off_until').execute();
}

async function dateCards(db: Kysely<never>, userId: string, clock: Clock): Promise<void> {
  const { rows } = await sql<{
    topic: string;
    due: number | string;
    last: number | string | null;
    days: number;
    off: number | string | null;
  }>`SELECT topic_id AS topic, due, last_review AS last, scheduled_days AS days, put_off_until AS off
    FROM review WHERE user_id = ${userId}`.execute(db);
  const dateAt = dayReader(clock);
  for (const { topic, due, last, days, off } of rows) {
    const reviewed = last === null ? null : dateAt(Number(last));
    await sql`UPDATE review SET review_date = ${reviewed}, due_date = ${dueOn(reviewed, days, dateAt(Number(due)))},
      put_off_to = ${off === null ? null : dateAt(Number(off))}
      WHERE user_id = ${userId} AND topic_id = ${topic}`.execute(db);
  }
}

/** What undo restores is written as cards are now. */
async function dateLog(db: Kysely<never>, userId: string, clock: Clock): Promise<void> {
  const dateAt = dayReader(clock);
  let after = '';
  for (;;) {
    const { rows } = await sql<{ id: string; before: string }>`SELECT id, before FROM review_log
      WHERE user_id = ${userId} AND before IS NOT NULL AND id > ${after} ORDER BY id LIMIT ${PAGE}`.execute(
      db,
    );
    for (const { id, before } of rows) {
      const { card, putOffUntil }: KeptBefore = JSON.parse(before);
      const { due, lastReview, ...rest } = card;
      const reviewDate = lastReview === null ? null : dateAt(lastReview);
      const kept = {
        card: { ...rest, dueDate: dueOn(reviewDate, card.scheduledDays, dateAt(due)), reviewDate },
        reviewedAt: lastReview,
        putOffTo: putOffUntil === null ? null : dateAt(putOffUntil),
      };
      await sql`UPDATE review_log SET before = ${JSON.stringify(kept)} WHERE id = ${id}`.execute(db);
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PAGE) return;
  }
}

/** FSRS counts from the day of the review; a card that was never reviewed is due on the day of its instant. */
function dueOn(reviewed: string | null, days: number, due: string): string {
  return reviewed === null ? due : dateOf(dayNumber(reviewed) + days);
}
