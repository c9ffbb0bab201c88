import Database from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { makePool } from './postgres/pool.ts';
import type { Db, Tables } from './schema.ts';

/**
 * Opens a database only for reading, even while a bot uses it. The database is not migrated, so queries about newer
 * tables fail if it is of an older version.
 * @param place the address of a PostgreSQL database, or the path of an SQLite file
 */
export function openForReading(place: string): { readonly db: Db; close(): Promise<void> } {
  const dialect = place.startsWith('postgres')
    ? new PostgresDialect({ pool: makePool(place) })
    : new SqliteDialect({ database: new Database(place, { readonly: true, fileMustExist: true }) });
  const db = new Kysely<Tables>({ dialect });
  return { db, close: () => db.destroy() };
}
