import type { Kysely } from 'kysely';

/** When the next shard of a group may identify itself to Discord. Only processes that share a database need it. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('identifying')
    .addColumn('bucket', 'integer', (c) => c.primaryKey())
    .addColumn('free_at', 'bigint', (c) => c.notNull())
    .execute();
}
