import { sql } from 'kysely';
import type { Db } from '../src/store/schema.ts';

/**
 * Remembers what an open SQLite database holds.
 * @returns a function that empties the tables that are empty now. It gives whether everything is as it is now: false
 * if the schema or a table that has rows now was changed
 */
export async function keepContent(db: Db): Promise<() => Promise<boolean>> {
  const schema = await schemaOf(db);
  const { rows: tables } = await sql<{ name: string }>`
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'proof_index%'`.execute(
    db,
  );
  // One query for all tables is quicker than one for each.
  const withRows = sql<{ name: string }>`${sql.join(
    tables.map(
      ({ name }) => sql`SELECT ${sql.lit(name)} AS name WHERE EXISTS (SELECT 1 FROM ${sql.table(name)})`,
    ),
    sql` UNION ALL `,
  )}`;
  const filled = async (): Promise<readonly string[]> =>
    (await withRows.execute(db)).rows.map(({ name }) => name);
  const kept = new Map<string, string>();
  for (const name of await filled()) kept.set(name, await rowsOf(db, name));

  return async () => {
    if ((await schemaOf(db)) !== schema) return false;
    // References need no order of deletion then. The setting has no effect within a transaction.
    await sql`PRAGMA foreign_keys = OFF`.execute(db);
    for (const name of await filled())
      if (!kept.has(name)) await sql`DELETE FROM ${sql.table(name)}`.execute(db);
    await sql`PRAGMA foreign_keys = ON`.execute(db);
    for (const [name, rows] of kept) if ((await rowsOf(db, name)) !== rows) return false;
    return true;
  };
}

async function schemaOf(db: Db): Promise<string> {
  return JSON.stringify((await sql`PRAGMA schema_version`.execute(db)).rows);
}

async function rowsOf(db: Db, table: string): Promise<string> {
  return JSON.stringify((await sql`SELECT * FROM ${sql.table(table)}`.execute(db)).rows);
}
