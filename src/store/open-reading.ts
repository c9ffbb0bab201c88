import Database from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { makePool } from './postgres/pool.ts';
import type { Db, Tables } from './schema.ts';

/**
 * Opens a database as it stands, to read in it while a bot may be using it. Nothing is brought to this version, so queries
 * about what came later fail.
 * @param place the address of a PostgreSQL database, or the path of an SQLite file
 */
export function openForReading(place: string): { readonly db: Db; close(): Promise<void> } {
  const dialect = place.startsWith('postgres')
    ? new PostgresDialect({ pool: makePool(place) })
    : new SqliteDialect({ database: new Database(place, { readonly: true, fileMustExist: true }) });
  const db = new Kysely<Tables>({ dialect });
  return { db, close: () => db.destroy() };
}
