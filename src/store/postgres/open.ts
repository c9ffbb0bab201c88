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
    return { db, wasUnclean: false, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw explained(url, error);
  }
}

/** Texts have to be compared by their bytes, as in SQLite. This is fixed when a database is created. */
async function checkOrder(db: Kysely<Tables>, url: string): Promise<void> {
  const { rows } = await sql<{ order: string; encoding: string }>`
    SELECT datcollate AS order, pg_encoding_to_char(encoding) AS encoding
    FROM pg_database WHERE datname = current_database()`.execute(db);
  const [made] = rows;
  if (made?.encoding === 'UTF8' && /^(C|POSIX)(\.utf-?8)?$/i.test(made.order)) return;
  const name = decodeURIComponent(URL.parse(url)?.pathname.slice(1) ?? '');
  throw new StoreError(
    'unsuitable',
    `${placeOf(url)} sorts texts by ${made?.order} in ${made?.encoding}, and Roadmate needs "C" in UTF8. Make the database so: CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`,
  );
}
