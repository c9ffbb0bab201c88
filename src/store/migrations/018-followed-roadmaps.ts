import type { Kysely } from 'kysely';

/** The roadmaps that a server or a member follows beside the default one, and how the daily post chooses among them. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('guild_follow')
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id').onDelete('cascade'))
    .addColumn('roadmap_id', 'text', (c) => c.notNull().references('roadmap.id').onDelete('cascade'))
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('guild_follow_key', ['guild_id', 'roadmap_id'])
    .execute();
  await schema.createIndex('guild_follow_of_roadmap').on('guild_follow').column('roadmap_id').execute();
  await schema
    .createTable('member_follow')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('roadmap_id', 'text', (c) => c.notNull().references('roadmap.id').onDelete('cascade'))
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('member_follow_key', ['user_id', 'roadmap_id'])
    .execute();
  await schema.createIndex('member_follow_of_roadmap').on('member_follow').column('roadmap_id').execute();
  await schema
    .alterTable('guild')
    .addColumn('daily_turns', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
