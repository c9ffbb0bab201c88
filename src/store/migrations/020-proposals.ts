import type { Kysely } from 'kysely';

/** What members of a group propose for its roadmap, and what organisers said of it. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('proposal')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topic.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('accepted', 'integer')
    .addColumn('decided_at', 'bigint')
    .addColumn('told_at', 'bigint')
    .execute();
  await schema.createIndex('proposal_of_guild').on('proposal').columns(['guild_id', 'decided_at']).execute();
  await schema.createIndex('proposal_of_user').on('proposal').columns(['user_id', 'guild_id']).execute();
  await schema.createIndex('proposal_of_topic').on('proposal').column('topic_id').execute();
}
