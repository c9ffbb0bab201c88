import type { Kysely } from 'kysely';

/** What members report and organisers take down; and shared work that is not to be seen any more, though what was said of it stays. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('proof_share').addColumn('withdrawn_at', 'bigint').execute();
  await schema.createIndex('proof_share_message').on('proof_share').column('message_id').execute();
  await schema.createIndex('proof_share_channel').on('proof_share').column('channel_id').execute();

  await schema
    .createTable('report')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('proof_id', 'text', (c) => c.references('proof.id').onDelete('cascade'))
    .addColumn('build_id', 'text', (c) => c.references('build.id').onDelete('cascade'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('dismissed_at', 'bigint')
    .execute();
  await schema.createIndex('report_of_guild').on('report').columns(['guild_id', 'dismissed_at']).execute();
  await schema.createIndex('report_of_user').on('report').column('user_id').execute();
  await schema.createIndex('report_of_proof').on('report').column('proof_id').execute();
  await schema.createIndex('report_of_build').on('report').column('build_id').execute();

  await schema
    .createTable('takedown')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('proof_id', 'text', (c) => c.references('proof.id').onDelete('cascade'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('told_at', 'bigint')
    .execute();
  await schema.createIndex('takedown_of_user').on('takedown').columns(['user_id', 'guild_id']).execute();
  await schema.createIndex('takedown_of_topic').on('takedown').column('topic_id').execute();
  await schema.createIndex('takedown_of_proof').on('takedown').column('proof_id').execute();
}
