import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Order, Report } from './snapshot.ts';

/** How many pages are copied in one step: a quarter of a megabyte. */
const STEP = 64;
/**
 * The pause between two steps in milliseconds, and after how many steps the copied pages are written to the disk. The
 * bot waits for the disk at each commit, and would otherwise have to wait for the whole copy at once.
 */
const PAUSE = 5;
const SYNC_EVERY = 4;

const waiting = new Int32Array(new SharedArrayBuffer(4));

/** Makes the copy, checks it, and only then gives it its name. */
async function copy({ from, part, to, takenAt }: Order): Promise<void> {
  rmSync(part, { force: true });
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    // This open transaction keeps the state of one moment for the whole copy. Without it, SQLite would begin again
    // whenever the bot has written something.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    let steps = 0;
    await source.backup(part, {
      progress() {
        steps += 1;
        if (steps % SYNC_EVERY === 0) sync(part);
        Atomics.wait(waiting, 0, 0, PAUSE);
        return STEP;
      },
    });
  } finally {
    source.close();
  }
  check(part, takenAt);
  sync(part);
  renameSync(part, to);
  sync(dirname(to));
}

/** @throws Error if the copy is damaged, as the copy of a damaged database is */
function check(part: string, takenAt: number | null): void {
  const made = new Database(part, { fileMustExist: true });
  try {
    // This makes the copy a single file, without a log beside it.
    made.pragma('journal_mode = DELETE');
    const found = made.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`the copy is damaged: ${String(found)}`);
    if (takenAt === null) return;
    made
      .prepare(
        `INSERT INTO setting (key, value) VALUES ('taken-at', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      )
      .run(String(takenAt));
  } finally {
    made.close();
  }
}

/** Makes the system write a file, or the names in a folder, to the disk. */
function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const order: Order = workerData;
const report = await copy(order).then(
  (): Report => ({ isDone: true }),
  (error: unknown): Report => {
    rmSync(order.part, { force: true });
    return {
      isDone: false,
      code: error instanceof Database.SqliteError ? error.code : '',
      message: error instanceof Error ? error.message : String(error),
    };
  },
);
parentPort?.postMessage(report, []);
