import type { Kysely } from 'kysely';

/** Times that a group has planned to study together, as Discord's own events. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('plan')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('channel_id', 'text')
    .addColumn('place', 'text')
    .addColumn('minutes', 'integer', (c) => c.notNull())
    .addColumn('said', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('rule', 'text')
    .addColumn('time', 'text')
    .addColumn('from_date', 'text')
    .addColumn('next_at', 'bigint')
    .addColumn('next_date', 'text')
    .addColumn('tried_at', 'bigint')
    .addColumn('event_id', 'text')
    .addColumn('event_at', 'bigint')
    .addColumn('step', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('plan_due').on('plan').column('next_at').execute();
  await schema
    .createTable('plan_visit')
    .addColumn('plan_id', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('date', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('plan_visit_pk', ['plan_id', 'user_id', 'date'])
    .execute();
}
