import type { Kysely } from 'kysely';

/** Roles for milestones, and who was given them. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('milestone_role')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id'))
    .addColumn('role_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('roadmap_id', 'text')
    .addColumn('subject', 'text')
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addColumn('refused_at', 'bigint')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('milestone_role_of_guild').on('milestone_role').column('guild_id').execute();
  await schema
    .createTable('given_role')
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('role_id', 'text', (c) => c.notNull())
    .addColumn('milestone_id', 'text', (c) => c.notNull())
    .addColumn('reached_at', 'bigint', (c) => c.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('claimed_at', 'bigint')
    .addColumn('given_at', 'bigint')
    .addColumn('joined_at', 'bigint')
    .addColumn('told_at', 'bigint')
    .addColumn('telling', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('given_role_pk', ['user_id', 'guild_id', 'role_id'])
    .execute();
  await schema.createIndex('given_role_next').on('given_role').column('next_at').execute();
  await schema.createIndex('given_role_telling').on('given_role').column('telling').execute();
  await schema
    .createIndex('given_role_in_guild')
    .on('given_role')
    .columns(['guild_id', 'given_at'])
    .execute();
  await schema
    .alterTable('membership')
    .addColumn('roles_due', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await schema
    .createIndex('membership_roles_due')
    .on('membership')
    .columns(['guild_id', 'roles_due'])
    .execute();
  await schema
    .alterTable('member')
    .addColumn('tell_roles', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  // These find what happened since the last tick.
  await schema.createIndex('activity_at').on('activity').column('at').execute();
  await schema.createIndex('proof_proven').on('proof').column('proven_at').execute();
}
