import type { Kysely } from 'kysely';

/** What members want to do each week. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('goal')
    .addColumn('user_id', 'text', (c) => c.primaryKey().references('member.user_id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('target', 'integer', (c) => c.notNull())
    .addColumn('set_at', 'bigint', (c) => c.notNull())
    .addColumn('celebrated', 'text')
    .execute();
}
