import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate } from './migrate.ts';
import { migrations as allMigrations, type Migration } from './migrations/index.ts';
import type { Tables } from './schema.ts';
import { keepStatements } from './statements.ts';
import { StoreError } from './store-error.ts';

export interface Store {
  readonly db: Kysely<Tables>;
  /** Lets go of the database and its lock. */
  close(): Promise<void>;
}

/**
 * Opens the database file (made if missing, `:memory:` for none), checks it, and brings it to this version.
 * While it is open no second process can open it, so one connection does all: better-sqlite3 is synchronous, and
 * kysely keeps transactions apart.
 * @throws StoreError with a sentence for the operator: in use, damaged, of a newer version, or not to be written.
 */
export async function openStore(
  path: string,
  migrations: Readonly<Record<string, Migration>> = allMigrations,
): Promise<Store> {
  const inMemory = path === ':memory:';
  const file = inMemory ? path : resolve(path);
  const lock = inMemory ? null : takeLock(file);
  let sqlite: Database.Database | undefined;
  try {
    sqlite = openChecked(file);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepStatements(sqlite) }) });
    await migrate(sqlite, migrations, file);
    sqlite.pragma('foreign_keys = ON');
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
    throw error;
  }
}

/**
 * Keeps an exclusive lock on a file beside the database for as long as the process lives. The operating system
 * lets go of it however the process ends, `kill -9` included, so a stale lock cannot keep the bot from starting.
 */
function takeLock(file: string): Database.Database {
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

function openChecked(file: string): Database.Database {
  const existed = existsSync(file);
  const sqlite = new Database(file);
  try {
    sqlite.pragma('journal_mode = WAL');
    // NORMAL may lose commits at a power cut; a bot writes little enough to pay for FULL.
    sqlite.pragma('synchronous = FULL');
    const found = existed ? sqlite.pragma('quick_check', { simple: true }) : 'ok';
    if (found !== 'ok') throw damaged(file, String(found));
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error)) ? damaged(file, messageOf(error)) : error;
  }
}

function damaged(file: string, what: string): StoreError {
  return new StoreError(
    'damaged',
    `${file} is damaged or not a database (${what}). Nothing was changed. Put your last backup in its place, or set DATABASE_PATH to another file.`,
  );
}

const codeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
