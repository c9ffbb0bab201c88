import type { Kysely } from 'kysely';

/** The showcase: who of a guild builds which app, what they show of it, and who applauds. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('build')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('build_of_guild').on('build').columns(['guild_id', 'topic_id']).execute();
  await schema.createIndex('build_of_topic').on('build').column('topic_id').execute();

  await schema
    .createTable('build_member')
    .addColumn('build_id', 'text', (c) => c.notNull().references('build.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('invited_at', 'bigint', (c) => c.notNull())
    .addColumn('joined_at', 'bigint')
    .addColumn('proof_id', 'text', (c) => c.references('proof.id').onDelete('set null'))
    .addPrimaryKeyConstraint('build_member_key', ['build_id', 'user_id'])
    .execute();
  await schema.createIndex('build_member_of_user').on('build_member').column('user_id').execute();
  await schema.createIndex('build_member_proof').on('build_member').column('proof_id').execute();

  await schema
    .createTable('submission')
    .addColumn('build_id', 'text', (c) => c.primaryKey().references('build.id').onDelete('cascade'))
    .addColumn('repository', 'text', (c) => c.notNull())
    .addColumn('live_url', 'text')
    .addColumn('differently', 'text', (c) => c.notNull())
    .addColumn('submitted_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .execute();

  // Apart from the submission, so that lists never read the bytes. SQLite takes the PostgreSQL name of the type as well.
  await schema
    .createTable('submission_picture')
    .addColumn('build_id', 'text', (c) =>
      c.primaryKey().references('submission.build_id').onDelete('cascade'),
    )
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('alt', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('bytes', 'bytea', (c) => c.notNull())
    .execute();

  await schema
    .createTable('applause')
    .addColumn('build_id', 'text', (c) => c.notNull().references('submission.build_id').onDelete('cascade'))
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('applause_key', ['build_id', 'user_id'])
    .execute();
  await schema.createIndex('applause_of_user').on('applause').column('user_id').execute();
}
