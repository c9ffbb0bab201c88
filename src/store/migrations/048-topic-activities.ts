import type { Kysely } from 'kysely';

/** A member's activities on some topics are found by both, and not among those of everybody who studies the topics. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.dropIndex('activity_of_topic').execute();
  await db.schema.createIndex('activity_of_topic').on('activity').columns(['topic_id', 'user_id']).execute();
}
