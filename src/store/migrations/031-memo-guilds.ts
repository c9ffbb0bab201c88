import { type Kysely, sql } from 'kysely';

/**
 * The guild of a reminder that comes in a channel, because of several processes only one sees that channel. Of earlier
 * reminders it is known if the channel is the one for posts.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('memo').addColumn('guild_id', 'text').execute();
  await sql`UPDATE memo SET guild_id = (SELECT min(id) FROM guild WHERE guild.channel_id = memo.channel_id)
    WHERE channel_id IS NOT NULL`.execute(db);
}
