import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrations } from '../migrations/index.ts';
import { StoreError } from '../store-error.ts';

/** Facts about a database file, found without changing it. Instants are in epoch ms. */
export interface Examination {
  /** What SQLite finds wrong with it; empty if it is intact. */
  readonly damage: readonly string[];
  /** How many rows refer to a row that does not exist. */
  readonly loose: number;
  /** How many migrations it has had, and how many are still to come. */
  readonly steps: { readonly done: number; readonly pending: number };
  /** When the copy was made, if the file is a copy and says so. */
  readonly takenAt: number | null;
  /** When somebody last did something; 0 if nobody has. */
  readonly lastActAt: number;
  readonly members: number;
  /** The sizes of the file and of the log beside it, in bytes. */
  readonly size: number;
  readonly log: number;
  readonly engine: string;
}

/**
 * Examines a database, to which a bot may be writing. It reads the whole file.
 * @throws StoreError if the file does not exist, is no database of Roadmate, or is of a newer version
 */
export function examine(file: string): Examination {
  if (!existsSync(file)) throw new StoreError('gone', `There is no file ${file}.`);
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { readonly: true, fileMustExist: true });
    return findings(sqlite, file);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new StoreError(
      'damaged',
      `${file} is damaged, or not a database of Roadmate’s (${error.message}).`,
    );
  } finally {
    sqlite?.close();
  }
}

function findings(sqlite: Database.Database, file: string): Examination {
  const one = (sql: string): unknown => sqlite.prepare(sql).pluck().get();
  const all = (sql: string): readonly string[] => sqlite.prepare(sql).pluck().all().map(String);
  const done = all('SELECT name FROM kysely_migration');
  const unknown = done.find((name) => !(name in migrations));
  if (unknown !== undefined)
    throw new StoreError('newer', `${file} is of a newer Roadmate (it knows the step "${unknown}").`);
  const found = all('PRAGMA quick_check(10)');
  const takenAt = one(`SELECT value FROM setting WHERE key = 'taken-at'`);
  return {
    damage: found.filter((line) => line !== 'ok'),
    loose: sqlite.prepare('PRAGMA foreign_key_check').all().length,
    steps: { done: done.length, pending: Object.keys(migrations).length - done.length },
    takenAt: takenAt === undefined ? null : Number(takenAt),
    lastActAt: Number(one('SELECT coalesce(max(at), 0) FROM activity')),
    members: Number(one('SELECT count(*) FROM member')),
    size: statSync(file).size,
    log: statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    engine: String(one('SELECT sqlite_version()')),
  };
}
