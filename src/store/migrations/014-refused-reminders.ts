import type { Kysely } from 'kysely';

/** A reminder that Discord refuses for now is tried again later, each time after a longer while, and not for ever. */
export async function up(db: Kysely<never>): Promise<void> {
  const table = db.schema.alterTable('review_reminder');
  await table.addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0)).execute();
  await table.addColumn('retry_at', 'bigint').execute();
  await table.addColumn('refused_since', 'bigint').execute();
}
