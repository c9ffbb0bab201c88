import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import type { Migration } from '../migrations/index.ts';
import type { Tables } from '../schema.ts';
import { PatientDialect } from './dialect.ts';
import { watchFile } from './watch-file.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';

/**
 * Opens the database file (made if missing, `:memory:` for none), checks it, and brings it to this version. No second
 * process can open it at the same time, so one connection is enough: better-sqlite3 is synchronous, and kysely runs
 * transactions one after the other.
 * @param lost called when the file is taken away while it is open; nothing can be written any more then
 * @throws StoreError with a sentence for the operator: in use, damaged, of a newer version, or not writable.
 */
export async function openSqlite(
  path: string,
  migrations: Readonly<Record<string, Migration>>,
  lost: (error: StoreError) => void,
): Promise<Store> {
  const inMemory = path === ':memory:';
  const file = inMemory ? path : resolve(path);
  const lock = inMemory ? null : takeLock(file);
  // SQLite deletes its log when it is closed properly. If the log is there, the process or the machine crashed. A program
  // that only reads leaves an empty log.
  const wasUnclean = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0 && existsSync(file);
  let sqlite: Database.Database | undefined;
  try {
    sqlite = openChecked(file, wasUnclean);
    await migrate(sqlite, migrations, file);
    sqlite.pragma('foreign_keys = ON');
    // Without statistics SQLite joins in the wrong order. With this limit it looks at some rows of each table whose
    // statistics are old.
    sqlite.pragma('analysis_limit = 1000');
    sqlite.pragma('optimize = 0x10002');
    const look = inMemory ? () => undefined : watchFile(sqlite, file, lost);
    const db = new Kysely<Tables>({ dialect: new PatientDialect(sqlite, look) });
    return {
      db,
      async close() {
        await db.destroy();
        // kysely closes the file only if it was used.
        if (sqlite?.open) sqlite.close();
        lock?.close();
      },
    };
  } catch (error) {
    sqlite?.close();
    lock?.close();
    throw explained(file, error);
  }
}

/**
 * Holds an exclusive lock on a file beside the database as long as the process lives. The operating system releases
 * it however the process ends, even by `kill -9`, so an old lock cannot keep the bot from starting.
 */
export function takeLock(file: string): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const lock = new Database(`${file}.lock`, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return lock;
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) {
      throw new StoreError(
        'in-use',
        `${file} is in use by another Roadmate. Stop that one first, or set DATABASE_PATH to another file.`,
      );
    }
    throw new StoreError(
      'not-writable',
      `${dirname(file)} cannot be written (${messageOf(error)}). Give this user the right to write there, or set DATABASE_PATH to another place.`,
    );
  }
}

function openChecked(file: string, wasUnclean: boolean): Database.Database {
  // SQLite's own waiting for another program would block the whole process, so it is turned off. `PatientDriver`
  // waits instead.
  const sqlite = new Database(file, { timeout: 0 });
  try {
    sqlite.pragma('journal_mode = WAL');
    // NORMAL may lose commits in a power failure. The bot writes so little that it can afford FULL.
    sqlite.pragma('synchronous = FULL');
    // Deleted data is overwritten, and a log that has grown is cut.
    sqlite.pragma('secure_delete = ON');
    sqlite.pragma(`journal_size_limit = ${LARGEST_LOG}`);
    // A file that can be read but not written fails here, and not at somebody's first command.
    if (file !== ':memory:') sqlite.exec('BEGIN IMMEDIATE; COMMIT');
    const found = wasUnclean ? sqlite.pragma('quick_check', { simple: true }) : 'ok';
    if (found !== 'ok') throw damaged(file, String(found));
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** The size to which the log is cut after a checkpoint, in bytes. */
const LARGEST_LOG = 8 * 1024 * 1024;

/** Explains an error at opening to the operator. */
function explained(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(file, messageOf(error));
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) {
    return new StoreError(
      'not-writable',
      `${file} cannot be written (${messageOf(error)}). Give this user the right to write the file and its folder, or set DATABASE_PATH to another place.`,
    );
  }
  if (code.startsWith('SQLITE_FULL')) {
    return new StoreError('full', `The disk of ${file} is full. Make room there; nothing was changed.`);
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new StoreError(
      'in-use',
      `${file} is held by another program that writes to it. Close that one (an open sqlite3, for example), and start again.`,
    );
  }
  return error;
}

function damaged(file: string, what: string): StoreError {
  return new StoreError(
    'damaged',
    `${file} is damaged or not a database (${what}). Nothing was changed. Put your last backup in its place, or set DATABASE_PATH to another file.`,
  );
}

const codeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
