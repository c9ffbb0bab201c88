import type { Kysely } from 'kysely';

/** Everything that the first version keeps. Portable types only: text, integer (bigint for instants). */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('roadmap')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute();

  await schema
    .createTable('topic')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('roadmap_id', 'text', (c) => c.notNull().references('roadmap.id').onDelete('cascade'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('archived_at', 'bigint')
    .addUniqueConstraint('topic_key', ['roadmap_id', 'key'])
    .execute();

  await schema
    .createTable('guild')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('roadmap_id', 'text', (c) => c.references('roadmap.id'))
    .addColumn('channel_id', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('daily_at', 'text', (c) => c.notNull())
    .addColumn('weekdays', 'text', (c) => c.notNull())
    .addColumn('weekly_day', 'integer', (c) => c.notNull())
    .addColumn('role_id', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('left_at', 'bigint')
    .execute();

  await schema
    .createTable('member')
    .addColumn('user_id', 'text', (c) => c.primaryKey())
    .addColumn('time_zone', 'text')
    .addColumn('day_start', 'integer', (c) => c.notNull())
    .addColumn('locale', 'text')
    .addColumn('show_topics', 'integer', (c) => c.notNull())
    .addColumn('show_progress', 'integer', (c) => c.notNull())
    .addColumn('roadmap_id', 'text', (c) => c.references('roadmap.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();

  await schema
    .createTable('membership')
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('joined_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('membership_key', ['guild_id', 'user_id'])
    .execute();
  await schema.createIndex('membership_of_user').on('membership').column('user_id').execute();

  await schema
    .createTable('progress')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addColumn('snoozed_until', 'bigint')
    .addPrimaryKeyConstraint('progress_key', ['user_id', 'topic_id'])
    .execute();
  await schema.createIndex('progress_of_topic').on('progress').column('topic_id').execute();

  await schema
    .createTable('activity')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('batch', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('guild_id', 'text')
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('before', 'text')
    .addColumn('undoes', 'text')
    .execute();
  await schema.createIndex('activity_of_user').on('activity').columns(['user_id', 'at']).execute();
  await schema.createIndex('activity_undone').on('activity').columns(['user_id', 'undoes']).execute();
  await schema.createIndex('activity_of_topic').on('activity').column('topic_id').execute();

  await schema
    .createTable('pick')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('roadmap_id', 'text', (c) => c.notNull().references('roadmap.id').onDelete('cascade'))
    .addColumn('local_date', 'text', (c) => c.notNull())
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('swapped_at', 'bigint')
    .addPrimaryKeyConstraint('pick_key', ['user_id', 'roadmap_id', 'local_date', 'topic_id'])
    .execute();

  await schema
    .createTable('handled_interaction')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('handled_interaction_at').on('handled_interaction').column('at').execute();

  await schema
    .createTable('post')
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('next_date', 'text')
    .addColumn('paused_at', 'bigint')
    .addColumn('pause_reason', 'text')
    .addPrimaryKeyConstraint('post_key', ['guild_id', 'kind'])
    .execute();
  await schema.createIndex('post_next').on('post').column('next_at').execute();

  await schema
    .createTable('delivery')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('local_date', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('claimed_at', 'bigint', (c) => c.notNull())
    .addColumn('sent_at', 'bigint')
    .addColumn('message_id', 'text')
    .addColumn('content', 'text')
    .addUniqueConstraint('delivery_key', ['guild_id', 'kind', 'local_date'])
    .execute();
  await schema.createIndex('delivery_state').on('delivery').column('state').execute();

  await schema
    .createTable('setting')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
}
