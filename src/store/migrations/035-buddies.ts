import type { Kysely } from 'kysely';

/** Members who study in pairs, week by week. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('membership').addColumn('buddy_slots', 'text').execute();
  await schema
    .alterTable('membership')
    .addColumn('buddy_openly', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .createIndex('membership_buddy')
    .on('membership')
    .columns(['buddy_slots', 'guild_id'])
    .execute();
  await schema.alterTable('guild').addColumn('paired_week', 'text').execute();
  await schema
    .createTable('buddy_not')
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('not_with', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('buddy_not_pk', ['guild_id', 'user_id', 'not_with'])
    .execute();
  await schema
    .createTable('buddy_group')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('monday', 'text', (c) => c.notNull())
    .addColumn('paired_at', 'bigint', (c) => c.notNull())
    .addColumn('asked_at', 'bigint')
    .addColumn('thread_id', 'text')
    .addColumn('place', 'text')
    .addColumn('settled', 'integer', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('buddy_group_of_guild')
    .on('buddy_group')
    .columns(['guild_id', 'monday'])
    .execute();
  await schema.createIndex('buddy_group_settled').on('buddy_group').column('settled').execute();
  await schema
    .createTable('buddy_in')
    .addColumn('group_id', 'text', (c) => c.notNull().references('buddy_group.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.references('topic.id').onDelete('set null'))
    .addColumn('proven_told_at', 'bigint')
    .addPrimaryKeyConstraint('buddy_in_pk', ['group_id', 'user_id'])
    .execute();
  await schema.createIndex('buddy_in_of_user').on('buddy_in').column('user_id').execute();
}
