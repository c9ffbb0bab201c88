import type { Kysely } from 'kysely';

/** Who joined in a guild and has not left it is found in an index, without a look at each membership. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createIndex('membership_here')
    .on('membership')
    .columns(['guild_id', 'away_since', 'user_id'])
    .execute();
}
