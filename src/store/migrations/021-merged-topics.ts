import type { Kysely } from 'kysely';

/** The topics that others were merged into, so that what was proven of those is seen there. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('merged_topic')
    .addColumn('into_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('merged_topic_key', ['into_id', 'topic_id'])
    .execute();
  await schema.createIndex('merged_topic_of_topic').on('merged_topic').column('topic_id').execute();
}
