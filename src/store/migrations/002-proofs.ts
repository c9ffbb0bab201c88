import type { Kysely } from 'kysely';

/** Proofs: what members wrote, uploaded or built to show that they know a topic, and which groups may see it. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('proof')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('url', 'text')
    .addColumn('language', 'text')
    .addColumn('proven_at', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('proof_key', ['user_id', 'topic_id', 'method'])
    .execute();
  await schema.createIndex('proof_of_topic').on('proof').column('topic_id').execute();

  await schema
    .createTable('proof_part')
    .addColumn('proof_id', 'text', (c) => c.notNull().references('proof.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('proof_part_key', ['proof_id', 'position'])
    .execute();

  await schema
    .createTable('proof_share')
    .addColumn('proof_id', 'text', (c) => c.notNull().references('proof.id').onDelete('cascade'))
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id').onDelete('cascade'))
    .addColumn('channel_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('shared_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('proof_share_key', ['proof_id', 'guild_id'])
    .execute();
  await schema.createIndex('proof_share_of_guild').on('proof_share').column('guild_id').execute();
}
