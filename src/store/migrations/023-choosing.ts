import type { Kysely } from 'kysely';

/** Whether the organisers of a server are still choosing: nothing is posted before they say so. Those that post go on. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('guild')
    .addColumn('choosing', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
