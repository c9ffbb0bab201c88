import type { Kysely } from 'kysely';

/** Finds the sessions that have just ended, whose servers are to be told. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.createIndex('session_ends').on('session').column('ends_at').execute();
}
