import type { Kysely } from 'kysely';

/** What a member chose last apart from topics, and when. Undo names it instead of undoing something older. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('member').addColumn('last_choice', 'text').execute();
  await db.schema.alterTable('member').addColumn('last_choice_at', 'bigint').execute();
}
