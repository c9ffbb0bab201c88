import type { Kysely } from 'kysely';

/**
 * What pictures need: the names that members are seen by in a server, light or dark, where pictures stand that name
 * somebody, and which of those are to be taken out of their messages.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;

  await schema.alterTable('membership').addColumn('display_name', 'text').execute();
  await schema.alterTable('membership').addColumn('username', 'text').execute();
  for (const table of ['member', 'guild']) {
    await schema
      .alterTable(table)
      .addColumn('theme', 'text', (c) => c.notNull().defaultTo('dark'))
      .execute();
  }

  await schema
    .createTable('named_picture')
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('named_picture_key', ['message_id', 'user_id'])
    .execute();
  await schema.createIndex('named_picture_of_user').on('named_picture').column('user_id').execute();

  // Names nobody: whoever it was for has deleted their data.
  await schema
    .createTable('picture_removal')
    .addColumn('message_id', 'text', (c) => c.primaryKey())
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
