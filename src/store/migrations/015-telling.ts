import type { Kysely } from 'kysely';

/**
 * Whether somebody who shares work is told of answers, and when they were last. Nobody is who was not asked: shares from before
 * stay silent.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const table = db.schema.alterTable('proof_share');
  await table.addColumn('tells', 'integer', (c) => c.notNull().defaultTo(0)).execute();
  await table.addColumn('told_at', 'bigint').execute();
  await table.addColumn('tell_at', 'bigint').execute();
  await db.schema.createIndex('proof_share_tell').on('proof_share').column('tell_at').execute();
}
