import type { Kysely } from 'kysely';

/** Organisers may set a date on which their group wants to be done with its roadmap. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('guild').addColumn('target_date', 'text').execute();
}
