import type { Kysely } from 'kysely';

/** Who has left a server is away from its group, and when it was last asked who is there. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('membership').addColumn('away_since', 'integer').execute();
  await db.schema.alterTable('guild').addColumn('members_checked_at', 'integer').execute();
}
