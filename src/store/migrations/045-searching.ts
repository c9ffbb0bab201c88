import { type Kysely, sql } from 'kysely';

/**
 * A search looks through what somebody may see, in pages in the order of the proofs' ids. There is no full-text index
 * any more: it held everybody's proofs, so a common word took it up to a second.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const name of ['added', 'removed', 'changed']) {
    await sql`DROP TRIGGER ${sql.ref(`proof_words_${name}`)}`.execute(db);
  }
  await db.schema.dropTable('proof_index').execute();
  await indexPages(db);
}

/** The part that both databases have in common. */
export async function indexPages(db: Kysely<never>): Promise<void> {
  await db.schema.dropIndex('proof_share_of_guild').execute();
  await db.schema
    .createIndex('proof_share_of_guild')
    .on('proof_share')
    .columns(['guild_id', 'proof_id'])
    .execute();
  await db.schema.createIndex('proof_of_user').on('proof').columns(['user_id', 'id']).execute();
}
