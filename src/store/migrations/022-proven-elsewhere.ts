import type { Kysely } from 'kysely';

/** Whether a proof counts because a file says so that its author imported: it does, and is no news here. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('proof')
    .addColumn('proven_elsewhere', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
