import type { Kysely } from 'kysely';

/** Reviews by FSRS with their log, when a topic counts as fading, and who wants to be reminded, where and when. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('review')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('due', 'bigint', (c) => c.notNull())
    .addColumn('stability', 'double precision', (c) => c.notNull())
    .addColumn('difficulty', 'double precision', (c) => c.notNull())
    .addColumn('scheduled_days', 'integer', (c) => c.notNull())
    .addColumn('learning_steps', 'integer', (c) => c.notNull())
    .addColumn('reps', 'integer', (c) => c.notNull())
    .addColumn('lapses', 'integer', (c) => c.notNull())
    .addColumn('state', 'integer', (c) => c.notNull())
    .addColumn('last_review', 'bigint')
    .addColumn('put_off_until', 'bigint')
    .addPrimaryKeyConstraint('review_key', ['user_id', 'topic_id'])
    .execute();
  await schema.createIndex('review_of_topic').on('review').column('topic_id').execute();

  await schema
    .createTable('review_log')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('rating', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('before', 'text')
    .addColumn('undoes', 'text')
    .execute();
  await schema.createIndex('review_log_of_user').on('review_log').columns(['user_id', 'at']).execute();
  await schema.createIndex('review_log_undone').on('review_log').columns(['user_id', 'undoes']).execute();
  await schema.createIndex('review_log_of_topic').on('review_log').column('topic_id').execute();

  await schema
    .createTable('review_reminder')
    .addColumn('user_id', 'text', (c) => c.primaryKey().references('member.user_id').onDelete('cascade'))
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('guild_id', 'text', (c) => c.references('guild.id').onDelete('cascade'))
    .addColumn('hour', 'integer', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('next_date', 'text')
    .addColumn('last_date', 'text')
    .addColumn('claim_id', 'text')
    .addColumn('claimed_at', 'bigint')
    .addColumn('channel_id', 'text')
    .addColumn('stopped', 'text')
    .execute();
  await schema.createIndex('review_reminder_next').on('review_reminder').column('next_at').execute();
  await schema.createIndex('review_reminder_of_guild').on('review_reminder').column('guild_id').execute();

  await schema
    .alterTable('member')
    .addColumn('fading_below', 'integer', (c) => c.notNull().defaultTo(80))
    .execute();
}
