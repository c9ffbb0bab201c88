import { type Kysely, sql } from 'kysely';

/**
 * Versions of roadmaps. A topic is the same one for good; which key, title and place it has is said for each roadmap
 * that it stands in, so that a server's own copy of a bundled one can share topics with it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;

  await schema.alterTable('roadmap').addColumn('read_as', 'text').execute();
  // Which bundled one a copy was made of has no reference: a later Roadmate may not bundle it any more.
  await schema.alterTable('roadmap').addColumn('base_id', 'text').execute();
  await schema.alterTable('roadmap').addColumn('base_revision', 'integer').execute();

  await schema
    .createTable('guild_roadmap')
    .addColumn('guild_id', 'text', (c) => c.notNull().references('guild.id').onDelete('cascade'))
    .addColumn('roadmap_id', 'text', (c) => c.notNull().references('roadmap.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('guild_roadmap_key', ['guild_id', 'roadmap_id'])
    .execute();
  await schema.createIndex('guild_roadmap_of_roadmap').on('guild_roadmap').column('roadmap_id').execute();
  await schema
    .createTable('member_roadmap')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('roadmap_id', 'text', (c) => c.notNull().references('roadmap.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('member_roadmap_key', ['user_id', 'roadmap_id'])
    .execute();
  await schema.createIndex('member_roadmap_of_roadmap').on('member_roadmap').column('roadmap_id').execute();

  await schema
    .createTable('roadmap_topic')
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('roadmap_id', 'text', (c) => c.notNull().references('roadmap.id').onDelete('cascade'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('holder', 'text')
    .addColumn('links', 'text')
    .addColumn('archived_at', 'bigint')
    .addColumn('archived_in', 'integer')
    .addPrimaryKeyConstraint('roadmap_topic_key', ['topic_id', 'roadmap_id'])
    .execute();
  await schema.createIndex('roadmap_topic_of_roadmap').on('roadmap_topic').column('roadmap_id').execute();

  await schema
    .createTable('roadmap_version')
    .addColumn('roadmap_id', 'text', (c) => c.notNull().references('roadmap.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('read_as', 'text')
    .addColumn('topics', 'text', (c) => c.notNull())
    .addColumn('carries', 'text', (c) => c.notNull())
    .addColumn('in_force', 'text', (c) => c.notNull())
    .addColumn('questions', 'text', (c) => c.notNull())
    .addColumn('restores', 'integer')
    .addColumn('made_by', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('roadmap_version_key', ['roadmap_id', 'number'])
    .execute();
  await schema.createIndex('roadmap_version_made_by').on('roadmap_version').column('made_by').execute();

  await schema.alterTable('progress').addColumn('carried_in', 'text').execute();
  await schema.alterTable('progress').addColumn('carried_over', 'text').execute();
  await schema
    .createIndex('progress_carried')
    .on('progress')
    .column('carried_in')
    .where(sql.ref('carried_in'), 'is not', null)
    .execute();

  await moveTopics(db);
  await schema.alterTable('topic').dropColumn('position').execute();
  await schema.alterTable('topic').dropColumn('archived_at').execute();
}

/** What every roadmap is by now is its first version that is kept. */
async function moveTopics(db: Kysely<never>): Promise<void> {
  await sql`
    INSERT INTO roadmap_topic (topic_id, roadmap_id, key, title, position, archived_at)
    SELECT id, roadmap_id, key, title, position, archived_at FROM topic`.execute(db);
  const { rows } = await sql<{ roadmap_id: string; key: string; id: string }>`
    SELECT roadmap_id, key, id FROM topic WHERE archived_at IS NULL ORDER BY position`.execute(db);
  const topics = Map.groupBy(rows, (topic) => topic.roadmap_id);
  const roadmaps = await sql<{ id: string }>`SELECT id FROM roadmap`.execute(db);
  for (const { id } of roadmaps.rows) {
    const keys = JSON.stringify((topics.get(id) ?? []).map((topic) => [topic.key, topic.id]));
    await sql`
      INSERT INTO roadmap_version (roadmap_id, number, source, topics, carries, in_force, questions, at)
      SELECT id, revision, source, ${keys}, '[]', '[]', '[]', updated_at FROM roadmap WHERE id = ${id}`.execute(
      db,
    );
  }
}
