import type { Kysely } from 'kysely';

/** What members asked to be reminded of, once or again and again. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('memo')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('said', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('kept', 'integer', (c) => c.notNull())
    .addColumn('rule', 'text')
    .addColumn('time', 'text')
    .addColumn('from_date', 'text')
    .addColumn('next_at', 'bigint')
    .addColumn('next_date', 'text')
    .addColumn('claim_id', 'text')
    .addColumn('claim_channel_id', 'text')
    .addColumn('claimed_at', 'bigint')
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('retry_at', 'bigint')
    .addColumn('refused_since', 'bigint')
    .addColumn('ended', 'text')
    .addColumn('ended_at', 'bigint')
    .execute();
  await schema.createIndex('memo_due').on('memo').column('next_at').execute();
  await schema.createIndex('memo_of_user').on('memo').columns(['user_id', 'kept']).execute();
  await schema.createIndex('memo_kept').on('memo').columns(['kept', 'asked_at']).execute();
  await schema.createIndex('memo_ended').on('memo').columns(['ended', 'ended_at']).execute();
}
