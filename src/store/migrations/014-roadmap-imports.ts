import type { Kysely } from 'kysely';

/** Files that somebody has read into Roadmate, and that wait for them to say that they are to be used. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('roadmap_import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('guild_id', 'text', (c) => c.references('guild.id').onDelete('cascade'))
    .addColumn('target', 'text', (c) => c.references('roadmap.id').onDelete('cascade'))
    .addColumn('base_revision', 'integer')
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('read_as', 'text', (c) => c.notNull())
    .addColumn('link', 'text')
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('step', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('roadmap_import_of_user')
    .on('roadmap_import')
    .columns(['user_id', 'at'])
    .execute();
  await schema.createIndex('roadmap_import_at').on('roadmap_import').column('at').execute();
  await schema.createIndex('roadmap_import_guild').on('roadmap_import').column('guild_id').execute();
  await schema.createIndex('roadmap_import_target').on('roadmap_import').column('target').execute();
}
