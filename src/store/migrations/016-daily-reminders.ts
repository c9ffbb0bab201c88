import type { Kysely } from 'kysely';

/** The reminder of reviews becomes one of the whole day; who had asked for it keeps their hour and way. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('review_reminder').renameTo('reminder').execute();
}
