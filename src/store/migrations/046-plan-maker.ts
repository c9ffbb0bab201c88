import { type Kysely, sql } from 'kysely';

/**
 * A plan belongs to its group: others are interested in its event. It stays when the member who made it deletes their data,
 * without their id.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('plan').addColumn('made_by', 'text').execute();
  await sql`UPDATE plan SET made_by = user_id`.execute(db);
  await db.schema.alterTable('plan').dropColumn('user_id').execute();
  await db.schema.createIndex('plan_made_by').on('plan').column('made_by').execute();
}
