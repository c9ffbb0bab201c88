import { Kysely, PostgresDialect, sql } from 'kysely';
import { escapeIdentifier } from 'pg';
import type { Migration } from '../migrations/index.ts';
import type { Tables } from '../schema.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { explained, placeOf } from './faults.ts';
import { migrate } from './migrate.ts';
import { makePool } from './pool.ts';

/**
 * Opens an existing database on a PostgreSQL server, and brings it to this version. Several processes may have it
 * open.
 * @throws StoreError with a sentence for the operator: not reachable, access denied, wrong collation, or of a newer
 * version
 */
export async function openPostgres(
  url: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: makePool(url) }) });
  try {
    await checkOrder(db, url);
    await migrate(url, migrations);
    return { db, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw explained(url, error);
  }
}

/** Characters in the order of their bytes. In the order of any language they would be in another one. */
const BY_BYTES = '-1B_aäı';

/**
 * The bot needs texts in the order of their bytes, as in SQLite. The order is fixed when a database is created, and
 * it can be set in several ways. So the database is asked to sort a sample.
 * @throws StoreError if its order or its encoding is another one
 */
async function checkOrder(db: Kysely<Tables>, url: string): Promise<void> {
  const { rows } = await sql<{ order: string; encoding: string }>`
    SELECT string_agg(sign, '' ORDER BY sign) AS order, current_setting('server_encoding') AS encoding
    FROM string_to_table(${BY_BYTES}, NULL) AS sign`.execute(db);
  const [made] = rows;
  if (made?.encoding === 'UTF8' && made.order === BY_BYTES) return;
  const name = decodeURIComponent(URL.parse(url)?.pathname.slice(1) ?? '');
  throw new StoreError(
    'unsuitable',
    `${placeOf(url)} does not sort texts by their bytes, or is not in UTF8. Make the database so: CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`,
  );
}
