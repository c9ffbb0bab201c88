import { type Kysely, sql } from 'kysely';
import { topicId } from '../../roadmap/outline.ts';

/**
 * Skills: topics that count as one. Each topic keeps its own record, and what is done with one of a skill is written to
 * all of it, so that a member can keep topics apart later and nothing is lost.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('topic').addColumn('skill_id', 'text').execute();
  await schema.createIndex('topic_of_skill').on('topic').column('skill_id').execute();
  await schema
    .createTable('member_skill')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('skill_id', 'text')
    .addColumn('asked_at', 'bigint')
    .addPrimaryKeyConstraint('member_skill_key', ['user_id', 'topic_id'])
    .execute();
  await schema.createIndex('member_skill_of_topic').on('member_skill').column('topic_id').execute();
  await schema
    .createIndex('member_skill_of_skill')
    .on('member_skill')
    .columns(['user_id', 'skill_id'])
    .execute();
  await schema
    .createTable('counted_proof')
    .addColumn('proof_id', 'text', (c) => c.notNull().references('proof.id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('counted_proof_key', ['proof_id', 'topic_id'])
    .execute();
  await schema.createIndex('counted_proof_of_topic').on('counted_proof').column('topic_id').execute();
  await schema.alterTable('activity').addColumn('skill_id', 'text').execute();
  await schema.alterTable('review_log').addColumn('mirrors', 'text').execute();
  await schema.createIndex('review_log_mirrors').on('review_log').column('mirrors').execute();

  await sql`
    INSERT INTO counted_proof (proof_id, topic_id)
    SELECT proof.id, into_id FROM merged_topic JOIN proof ON proof.topic_id = merged_topic.topic_id`.execute(
    db,
  );
  await schema.dropTable('merged_topic').execute();
  await splitShared(db);
}

interface Place {
  readonly roadmap_id: string;
  readonly topic_id: string;
  readonly key: string;
  readonly title: string;
  readonly base_id: string | null;
  readonly born: string;
}

/**
 * Until now a topic that a file called the same as another one was that topic. It becomes one of its own, of the same
 * skill, with all that members have of it. The topics of a copy are those of the roadmap that it was copied from.
 */
async function splitShared(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<Place>`
    SELECT roadmap_topic.roadmap_id, topic_id, roadmap_topic.key, roadmap_topic.title, base_id, topic.roadmap_id AS born
    FROM roadmap_topic JOIN topic ON topic.id = topic_id JOIN roadmap ON roadmap.id = roadmap_topic.roadmap_id
    WHERE topic.roadmap_id <> roadmap_topic.roadmap_id
    ORDER BY roadmap_topic.roadmap_id, topic_id`.execute(db);
  const places = new Map(rows.map((row) => [`${row.roadmap_id} ${row.topic_id}`, row]));
  const made = new Map<string, string>();
  for (const place of rows) {
    const own = await ownTopic(db, place, places, made);
    if (own !== place.topic_id) await standsAs(db, place, own);
  }
}

/** The topic that is to stand in a place: a new one, the one that stands in the copied roadmap, or the one that does now. */
async function ownTopic(
  db: Kysely<never>,
  place: Place,
  places: ReadonlyMap<string, Place>,
  made: Map<string, string>,
): Promise<string> {
  const { roadmap_id, topic_id, base_id, born } = place;
  if (born === base_id) return topic_id;
  const base = base_id === null ? undefined : places.get(`${base_id} ${topic_id}`);
  if (base !== undefined) return ownTopic(db, base, places, made);
  const known = made.get(`${roadmap_id} ${topic_id}`);
  if (known !== undefined) return known;
  const key = `${place.key}#own`;
  const id = topicId(roadmap_id, key);
  made.set(`${roadmap_id} ${topic_id}`, id);
  await sql`
    INSERT INTO topic (id, roadmap_id, key, title, skill_id)
    VALUES (${id}, ${roadmap_id}, ${key}, ${place.title}, ${topic_id})`.execute(db);
  await copyRecord(db, topic_id, id);
  return id;
}

/** What everybody has of a topic, they have of another one as well. */
async function copyRecord(db: Kysely<never>, from: string, to: string): Promise<void> {
  await sql`
    INSERT INTO progress (user_id, topic_id, state, since, since_date, snoozed_until, carried_in, carried_over)
    SELECT user_id, ${to}, state, since, since_date, snoozed_until, carried_in, carried_over
    FROM progress WHERE topic_id = ${from}`.execute(db);
  await sql`UPDATE activity SET skill_id = ${from} WHERE topic_id = ${from}`.execute(db);
  await sql`
    INSERT INTO activity (id, batch, user_id, guild_id, topic_id, action, at, study_date, before, undoes, skill_id)
    SELECT id || '-' || ${to}, batch, user_id, guild_id, ${to}, action, at, study_date, before, undoes, ${from}
    FROM activity WHERE topic_id = ${from}`.execute(db);
  await sql`
    INSERT INTO review (user_id, topic_id, due_date, stability, difficulty, scheduled_days, learning_steps, reps, lapses,
      state, review_date, last_review, put_off_to)
    SELECT user_id, ${to}, due_date, stability, difficulty, scheduled_days, learning_steps, reps, lapses,
      state, review_date, last_review, put_off_to
    FROM review WHERE topic_id = ${from}`.execute(db);
  await sql`
    INSERT INTO review_log (id, user_id, topic_id, rating, at, before, undoes, mirrors)
    SELECT id || '-' || ${to}, user_id, ${to}, rating, at, before,
      CASE WHEN undoes IS NULL THEN NULL ELSE undoes || '-' || ${to} END, id
    FROM review_log WHERE topic_id = ${from}`.execute(db);
  await sql`
    INSERT INTO stage_note (user_id, topic_id, note, at)
    SELECT user_id, ${to}, note, at FROM stage_note WHERE topic_id = ${from}`.execute(db);
  await sql`
    INSERT INTO counted_proof (proof_id, topic_id)
    SELECT id, ${to} FROM proof WHERE topic_id = ${from}
    UNION SELECT proof_id, ${to} FROM counted_proof WHERE topic_id = ${from}`.execute(db);
}

async function standsAs(db: Kysely<never>, { roadmap_id, topic_id }: Place, own: string): Promise<void> {
  for (const table of ['roadmap_topic', 'pick']) {
    await sql`
      UPDATE ${sql.table(table)} SET topic_id = ${own}
      WHERE roadmap_id = ${roadmap_id} AND topic_id = ${topic_id}`.execute(db);
  }
  // The ids stand in JSON as strings of their own, and nothing else in it looks like one.
  const [was, is] = [JSON.stringify(topic_id), JSON.stringify(own)];
  await sql`
    UPDATE roadmap_version
    SET topics = replace(topics, ${was}, ${is}), carries = replace(carries, ${was}, ${is}),
      questions = replace(questions, ${was}, ${is})
    WHERE roadmap_id = ${roadmap_id}`.execute(db);
}
