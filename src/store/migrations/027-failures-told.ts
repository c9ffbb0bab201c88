import type { Kysely } from 'kysely';

/** When a guild was last told that posts of it failed; and how posts of the last day are found. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('guild').addColumn('failures_told_at', 'bigint').execute();
  await db.schema.createIndex('delivery_due').on('delivery').column('due_at').execute();
}
