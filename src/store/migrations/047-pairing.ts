import { type Kysely, sql } from 'kysely';

/** When the bot looks again whether buddies are to be paired in a server. Before, each tick read everybody who wants one. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('guild').addColumn('pair_at', 'bigint').execute();
  await db.schema.createIndex('guild_pair_at').on('guild').column('pair_at').execute();
  await sql`UPDATE guild SET pair_at = 0
    WHERE id IN (SELECT guild_id FROM membership WHERE buddy_slots IS NOT NULL)`.execute(db);
}
