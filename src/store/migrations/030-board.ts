import type { Kysely } from 'kysely';

/** Whether a member chose to be on the boards of a server. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('membership')
    .addColumn('on_board', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
