import type { Kysely } from 'kysely';

/** Files of proofs, what is being written and could not be kept yet, and the notes of stages that members declare. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;

  // Apart from the proof, so that lists never read the bytes. SQLite takes the PostgreSQL name of the type as well.
  await schema
    .createTable('proof_file')
    .addColumn('proof_id', 'text', (c) => c.primaryKey().references('proof.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('bytes', 'bytea', (c) => c.notNull())
    .execute();

  await schema
    .createTable('draft')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('fields', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('draft_key', ['user_id', 'key'])
    .execute();
  await schema.createIndex('draft_at').on('draft').column('at').execute();

  await schema
    .createTable('stage_note')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('stage_note_key', ['user_id', 'topic_id'])
    .execute();
  await schema.createIndex('stage_note_of_topic').on('stage_note').column('topic_id').execute();
}
