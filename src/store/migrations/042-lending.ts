import type { Kysely } from 'kysely';

/** Whether others of the group may review with what a member shared. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('membership')
    .addColumn('lends_work', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
