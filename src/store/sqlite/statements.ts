import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More than the texts of all queries there are; only lists of varying length make new ones. */
const KEPT = 300;

/**
 * A connection for kysely that prepares each text of SQL once: kysely itself would do it at every call, which takes
 * longer than most of the queries. What is kept cannot be out of date, as SQLite prepares a statement anew by itself when
 * the schema has changed. Not for streaming: a statement that is being iterated over cannot be run a second time.
 */
export function keepStatements(sqlite: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const [oldest] = kept.keys();
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
      const statement = sqlite.prepare(sql);
      kept.set(sql, statement);
      return statement;
    },
    close: () => void sqlite.close(),
  };
}
