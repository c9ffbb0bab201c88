import { type Kysely, sql } from 'kysely';

/** So many posts are read at once. */
const PAGE = 500;

interface Delivery {
  readonly id: string;
  readonly content: string;
}

/** Which posts name a member. Before, deleting a member's data read the content of every post of every server. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('delivery_name')
    .addColumn('user_id', 'text', (c) => c.notNull().references('member.user_id').onDelete('cascade'))
    .addColumn('delivery_id', 'text', (c) => c.notNull().references('delivery.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('delivery_name_pk', ['user_id', 'delivery_id'])
    .execute();
  await db.schema
    .createIndex('delivery_name_of_delivery')
    .on('delivery_name')
    .column('delivery_id')
    .execute();
  for (let last = ''; ;) {
    const { rows } = await sql<Delivery>`SELECT id, content FROM delivery
      WHERE id > ${last} AND content IS NOT NULL ORDER BY id LIMIT ${PAGE}`.execute(db);
    for (const { id, content } of rows) {
      for (const userId of new Set(content.match(/(?<=")\d{17,20}(?=")/g))) {
        await sql`INSERT INTO delivery_name (user_id, delivery_id)
          SELECT user_id, ${id} FROM member WHERE user_id = ${userId}`.execute(db);
      }
    }
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}
