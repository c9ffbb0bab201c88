import type { Kysely } from 'kysely';

/** Whether a post pings the role that an organiser chose: of two in one morning only one does. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('delivery')
    .addColumn('pings', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
}
