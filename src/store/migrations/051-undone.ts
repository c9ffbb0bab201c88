import type { Kysely } from 'kysely';

/** Few activities undo another, so only these are in the index. All others are written without it. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.dropIndex('activity_undone').execute();
  await db.schema
    .createIndex('activity_undone')
    .on('activity')
    .columns(['user_id', 'undoes'])
    .where('undoes', 'is not', null)
    .execute();
}
