import type { Kysely } from 'kysely';

/** What may not ping a member: kinds of pings, separated by spaces. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('member')
    .addColumn('pings_off', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
}
