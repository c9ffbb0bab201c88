import type { Kysely } from 'kysely';

/** Which topic is which in an import that was merged from a copy and a newer version of the bundled roadmap. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('roadmap_import').addColumn('known', 'text').execute();
}
