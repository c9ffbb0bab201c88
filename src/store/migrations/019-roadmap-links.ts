import type { Kysely } from 'kysely';

/** Where a roadmap was read from, and whether that is read again once a day. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('roadmap_link')
    .addColumn('roadmap_id', 'text', (c) => c.primaryKey().references('roadmap.id').onDelete('cascade'))
    .addColumn('link', 'text', (c) => c.notNull())
    .addColumn('watched', 'integer', (c) => c.notNull())
    .addColumn('read_at', 'bigint', (c) => c.notNull())
    .addColumn('seen', 'text', (c) => c.notNull())
    .addColumn('found', 'text')
    .addColumn('base', 'text')
    .addColumn('failing_since', 'bigint')
    .execute();
  await schema.createIndex('roadmap_link_due').on('roadmap_link').columns(['watched', 'read_at']).execute();
}
