import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { writeSetting } from '../bot-settings.ts';
import { deletePersonalData } from '../members/personal-data.ts';
import { openStore } from '../open.ts';
import { StoreError } from '../store-error.ts';
import { type Examination, examine } from './examine.ts';
import { takeLock } from './open.ts';
import { takeSnapshot } from './snapshot.ts';

/** The result of a restore. */
export interface Restoring {
  /** When the copy was made, up to which everything is there again; epoch ms. */
  readonly takenAt: number;
  /** The new place of the old database; null if there was none. */
  readonly kept: string | null;
  /** What only the old database has; null if it cannot be read, or belongs to another bot. */
  readonly lost: Lost | null;
}

export interface Lost {
  readonly acts: number;
  readonly members: number;
  /**
   * How many members had deleted their data since the copy, so that it was deleted from the restored database as
   * well.
   */
  readonly forgotten: number;
}

/**
 * Replaces the database by a copy, and keeps the old one beside it. Members who have deleted their data since do not
 * come back.
 * @param now epoch ms
 * @throws StoreError if a bot has the database open, or the copy is damaged, of a newer version, or no database;
 * nothing is changed then
 */
export async function restoreSnapshot(snapshot: string, database: string, now: number): Promise<Restoring> {
  const file = resolve(database);
  if (resolve(snapshot) === file)
    throw new StoreError('in-use', `${snapshot} is the database itself. Name the snapshot to restore.`);
  const lock = takeLock(file);
  try {
    const found = whole(snapshot);
    const takenAt = found.takenAt ?? found.lastActAt;
    const next = `${file}.restoring`;
    for (const part of ['', '-wal', '-shm']) rmSync(`${next}${part}`, { force: true });
    await takeSnapshot(snapshot, next, null);
    const lost = existsSync(file) ? readLost(file, next) : null;
    // Opening the copy brings it to this version. If that fails, the old database is still in its place.
    const store = await openStore(next);
    try {
      for (const userId of lost?.gone ?? [])
        await deletePersonalData(store.db, {
          interactionId: `restore-${userId}`,
          userId,
          guildId: null,
          at: now,
        });
      await writeSetting(store.db, 'restored', JSON.stringify({ takenAt, restoredAt: now }));
    } finally {
      await store.close();
      rmSync(`${next}.lock`, { force: true });
    }
    const kept = existsSync(file) ? keep(file, now) : null;
    renameSync(next, file);
    return {
      takenAt,
      kept,
      lost: lost === null ? null : { acts: lost.acts, members: lost.members, forgotten: lost.gone.length },
    };
  } finally {
    lock.close();
  }
}

/** @throws StoreError if the copy is damaged */
function whole(snapshot: string): Examination {
  const found = examine(snapshot);
  const [damage] = found.damage;
  if (damage !== undefined)
    throw new StoreError(
      'damaged',
      `${snapshot} is damaged (${damage}). Nothing was changed. Try an older one.`,
    );
  return found;
}

/** What a database has that the copy does not have. Null if it cannot be read, or the two have nothing in common. */
function readLost(
  file: string,
  copy: string,
): { readonly acts: number; readonly members: number; readonly gone: readonly string[] } | null {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file);
    sqlite.prepare('ATTACH ? AS copy').run(copy);
    // If no act is in both, they belong to different bots, and a member who is missing has not deleted anything.
    const isSame = sqlite.prepare('SELECT 1 FROM main.activity JOIN copy.activity USING (id) LIMIT 1').get();
    if (isSame === undefined || sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') return null;
    const [acts, members] = sqlite
      .prepare<[], [number, number]>(
        'SELECT count(*), count(DISTINCT user_id) FROM main.activity WHERE id NOT IN (SELECT id FROM copy.activity)',
      )
      .raw()
      .get() ?? [0, 0];
    const gone = sqlite
      .prepare<[], string>('SELECT user_id FROM copy.member EXCEPT SELECT user_id FROM main.member')
      .pluck()
      .all();
    return { acts, members, gone };
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  } finally {
    // Closing the database writes its log into the file, if possible.
    sqlite?.close();
  }
}

/**
 * Gives the database and its log a second name, and removes the log from beside the first one. SQLite would read a
 * log that stays there into the file that replaces the database.
 * @returns the second name
 */
function keep(file: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '');
  const kept = `${file}.replaced-${stamp}`;
  for (const part of ['-wal', ''])
    if (existsSync(`${file}${part}`)) secondName(`${file}${part}`, `${kept}${part}`);
  for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  return kept;
}

function secondName(path: string, name: string): void {
  try {
    linkSync(path, name);
  } catch {
    // Not every file system has hard links.
    copyFileSync(path, name);
  }
}
