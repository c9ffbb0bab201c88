import type { Kysely } from 'kysely';

/** The quests of groups, and whether a group has one each week. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('quest')
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id'))
    .addColumn('from_date', 'text', (c) => c.notNull())
    .addColumn('to_date', 'text', (c) => c.notNull())
    .addColumn('target', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('quest_key', ['guild_id', 'from_date'])
    .execute();
  await db.schema
    .alterTable('guild')
    .addColumn('quests', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
