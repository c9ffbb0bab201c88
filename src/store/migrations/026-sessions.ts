import type { Kysely } from 'kysely';

/** Stretches of study, alone or together. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('group_session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('message_id', 'text')
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('work_minutes', 'integer', (c) => c.notNull())
    .addColumn('break_minutes', 'integer', (c) => c.notNull())
    .addColumn('rounds', 'integer', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('shown', 'text')
    .addColumn('called', 'integer', (c) => c.notNull())
    .addColumn('call_message_id', 'text')
    .addColumn('settled', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('group_session_settled').on('group_session').column('settled').execute();
  await schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('guild_id', 'text')
    .addColumn('topic_id', 'text', (c) => c.references('topic.id').onDelete('set null'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('group_id', 'text', (c) => c.references('group_session.id'))
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('ends_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('study_date', 'text', (c) => c.notNull())
    .addColumn('day_ends_at', 'bigint', (c) => c.notNull())
    .addColumn('logged_at', 'bigint')
    .addColumn('logged_on', 'text')
    .addColumn('undoes', 'text')
    .addColumn('calls', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('session_of_user').on('session').columns(['user_id', 'started_at']).execute();
  await schema.createIndex('session_of_group').on('session').column('group_id').execute();
  await schema.createIndex('session_of_topic').on('session').column('topic_id').execute();
  await schema.createIndex('session_in_guild').on('session').columns(['guild_id', 'ends_at']).execute();
}
