import type { Kysely } from 'kysely';

/** Members plan pauses, and choose whether their streak is counted in days or in weeks. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('streak_pause')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('from_date', 'text', (c) => c.notNull())
    .addColumn('to_date', 'text', (c) => c.notNull())
    .addColumn('planned_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('streak_pause_of_user').on('streak_pause').column('user_id').execute();
  await db.schema
    .alterTable('member')
    .addColumn('streak_unit', 'text', (c) => c.notNull().defaultTo('day'))
    .execute();
}
