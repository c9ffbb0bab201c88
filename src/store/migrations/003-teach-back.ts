import type { Kysely } from 'kysely';

/** What the members of a group say of each other's shared work: clear, a gap, accepted or not yet. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;

  await schema.alterTable('proof_share').addColumn('thread_id', 'text').execute();

  await schema
    .createTable('proof_clear')
    .addColumn('proof_id', 'text', (c) => c.notNull())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('proof_clear_key', ['proof_id', 'guild_id', 'user_id'])
    .addForeignKeyConstraint(
      'proof_clear_share',
      ['proof_id', 'guild_id'],
      'proof_share',
      ['proof_id', 'guild_id'],
      (c) => c.onDelete('cascade'),
    )
    .execute();
  await schema.createIndex('proof_clear_of_user').on('proof_clear').column('user_id').execute();

  await schema
    .createTable('proof_gap')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('proof_id', 'text', (c) => c.notNull())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('answered_at', 'bigint')
    .addForeignKeyConstraint(
      'proof_gap_share',
      ['proof_id', 'guild_id'],
      'proof_share',
      ['proof_id', 'guild_id'],
      (c) => c.onDelete('cascade'),
    )
    .execute();
  await schema.createIndex('proof_gap_of_share').on('proof_gap').columns(['proof_id', 'guild_id']).execute();
  await schema.createIndex('proof_gap_of_user').on('proof_gap').column('user_id').execute();

  await schema
    .createTable('proof_reading')
    .addColumn('proof_id', 'text', (c) => c.notNull())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('offered_at', 'bigint')
    .addColumn('verdict', 'text')
    .addColumn('comment', 'text')
    .addColumn('said_at', 'bigint')
    .addColumn('remind_at', 'bigint')
    .addColumn('claimed_at', 'bigint')
    .addPrimaryKeyConstraint('proof_reading_key', ['proof_id', 'guild_id', 'user_id'])
    .addForeignKeyConstraint(
      'proof_reading_share',
      ['proof_id', 'guild_id'],
      'proof_share',
      ['proof_id', 'guild_id'],
      (c) => c.onDelete('cascade'),
    )
    .execute();
  await schema.createIndex('proof_reading_of_user').on('proof_reading').column('user_id').execute();
  await schema.createIndex('proof_reading_remind').on('proof_reading').column('remind_at').execute();
}
