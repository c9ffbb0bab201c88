import { type CompiledQuery, sql } from 'kysely';
import { engineOf } from '../src/store/engine.ts';
import { inOrder } from '../src/store/moving/tables.ts';
import type { Db } from '../src/store/schema.ts';

/** All databases of a process have the same tables. */
let order: Promise<readonly string[]> | undefined;

/**
 * The tables in an order in which they can be emptied: each before those that it refers to. So references need not be
 * switched off, after which SQLite would plan every statement anew, and that takes longer than most tests.
 */
async function emptyingOrder(db: Db): Promise<readonly string[]> {
  const tables = await engineOf(db).tableReader.tables(db);
  return inOrder(tables.filter(({ name }) => !name.startsWith('proof_index')))
    .map(({ name }) => name)
    .toReversed();
}

/**
 * Remembers what an open SQLite database holds.
 * @returns a function that empties the tables that are empty now, by any connection to the database. It gives whether
 * everything is as it is now: false if the schema or a table that has rows now was changed
 */
export async function keepContent(first: Db): Promise<(db: Db) => Promise<boolean>> {
  order ??= emptyingOrder(first);
  const tables = await order;
  const schemaOf = sql`PRAGMA schema_version`.compile(first);
  // One query for all tables is quicker than one for each.
  const withRows = sql<{ name: string }>`${sql.join(
    tables.map(
      (name) => sql`SELECT ${sql.lit(name)} AS name WHERE EXISTS (SELECT 1 FROM ${sql.table(name)})`,
    ),
    sql` UNION ALL `,
  )}`.compile(first);
  const filled = async (db: Db): Promise<ReadonlySet<string>> =>
    new Set((await db.executeQuery(withRows)).rows.map(({ name }) => name));

  const schema = await written(first, schemaOf);
  const kept = new Map<string, { readonly query: CompiledQuery; readonly rows: string }>();
  for (const name of await filled(first)) {
    const query = sql`SELECT * FROM ${sql.table(name)}`.compile(first);
    kept.set(name, { query, rows: await written(first, query) });
  }

  return async (db) => {
    if ((await written(db, schemaOf)) !== schema) return false;
    const now = await filled(db);
    await db.transaction().execute(async (trx) => {
      for (const name of tables)
        if (now.has(name) && !kept.has(name)) await sql`DELETE FROM ${sql.table(name)}`.execute(trx);
    });
    for (const { query, rows } of kept.values()) if ((await written(db, query)) !== rows) return false;
    return true;
  };
}

/** The rows of a query as text, to compare them. */
async function written(db: Db, query: CompiledQuery): Promise<string> {
  return JSON.stringify((await db.executeQuery(query)).rows);
}
