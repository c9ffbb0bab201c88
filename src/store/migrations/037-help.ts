import type { Kysely } from 'kysely';

/** Members who ask who can help, and those who are asked in turn. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('membership')
    .addColumn('helps', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('help_ask')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .execute();
  await schema.createIndex('help_ask_of_user').on('help_ask').columns(['user_id', 'topic_id']).execute();
  await schema.createIndex('help_ask_closed').on('help_ask').column('closed_at').execute();
  await schema
    .createTable('help_turn')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('ask_id', 'text', (c) => c.notNull().references('help_ask.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('turn_at', 'bigint', (c) => c.notNull())
    .addColumn('sent_at', 'bigint')
    .addColumn('said', 'text')
    .addColumn('said_at', 'bigint')
    .addColumn('answer', 'text')
    .addColumn('told_at', 'bigint')
    .execute();
  await schema.createIndex('help_turn_of_ask').on('help_turn').column('ask_id').execute();
  await schema.createIndex('help_turn_of_user').on('help_turn').columns(['user_id', 'turn_at']).execute();
}
