import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** The bot has fewer texts of queries. Only lists of different lengths make new ones. */
const KEPT = 300;

/**
 * A connection for kysely that prepares each SQL text once. kysely itself would prepare it at every call, which takes
 * longer than most queries. Kept statements cannot be out of date, because SQLite prepares a statement again when the
 * schema has changed. Streaming does not work: a statement that is being iterated over cannot run a second time.
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
