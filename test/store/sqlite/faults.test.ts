import { once } from 'node:events';
import { createRequire } from 'node:module';
import { existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureMember } from '../../../src/store/members/members.ts';
import { deletePersonalData } from '../../../src/store/members/personal-data.ts';
import { openStore } from '../../../src/store/open.ts';
import { keepDraft } from '../../../src/store/proofs/drafts.ts';
import type { Db } from '../../../src/store/schema.ts';
import type { StoreError } from '../../../src/store/store-error.ts';
import { prepared } from '../../prepared.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadmate-faults-'));
  file = join(folder, 'roadmate.sqlite');
  writeFileSync(file, (await prepared()).empty);
});
afterEach(() => rm(folder, { recursive: true }));

/** A write in a transaction, as the bot does it. */
const write = (db: Db, userId: string): Promise<void> =>
  db.transaction().execute((trx) => ensureMember(trx, userId, 0));

const members = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('member').select('user_id').orderBy('user_id').execute()).map((row) => row.user_id);

describe('a file that is taken away while it is open', () => {
  test('is written again with its whole content, and later writes fail', async () => {
    const lost: StoreError[] = [];
    const store = await openStore(file, undefined, (error) => lost.push(error));
    await write(store.db, 'ana');
    await rm(file);
    await rm(`${file}-wal`);
    await expect(write(store.db, 'ben')).rejects.toMatchObject({ problem: 'gone' });
    await expect(write(store.db, 'cem')).rejects.toMatchObject({ problem: 'gone' });
    expect(lost).toHaveLength(1);
    await store.close();

    const again = await openStore(file);
    expect(await members(again.db)).toEqual(['ana']);
    await again.close();
  });

  test('is not written over another file that is there now', async () => {
    const store = await openStore(file);
    await write(store.db, 'ana');
    await rm(file);
    writeFileSync(file, 'another file');
    await expect(write(store.db, 'ben')).rejects.toThrow(`${file}.rescued-1`);
    await store.close();
    expect(readFileSync(file, 'utf8')).toBe('another file');
    const rescued = await openStore(`${file}.rescued-1`);
    expect(await members(rescued.db)).toEqual(['ana']);
    await rescued.close();
  });
});

test('a full disk is reported as such, and a later write succeeds once there is room', async () => {
  const store = await openStore(file);
  await sql`PRAGMA max_page_count = 1`.execute(store.db);
  const long = 'x'.repeat(2_000_000);
  await expect(
    store.db.transaction().execute(async (trx) => {
      await ensureMember(trx, 'ana', 0);
      await trx.insertInto('draft').values({ user_id: 'ana', key: 'form', fields: long, at: 0 }).execute();
    }),
  ).rejects.toThrow(/full/);
  await sql`PRAGMA max_page_count = 1000000`.execute(store.db);
  await write(store.db, 'ben');
  expect(await members(store.db)).toEqual(['ben']);
  await store.close();
});

test('a file that can only be read is reported at the start', async () => {
  // The header's "write version". SQLite opens a file of a later version for reading only.
  writeSync(openSync(file, 'r+'), Buffer.from([3]), 0, 1, 18);
  await expect(openStore(file)).rejects.toMatchObject({
    problem: 'not-writable',
    message: expect.stringContaining('cannot be written') as unknown,
  });
});

test('another program that writes to the file makes transactions wait, and nothing else', async () => {
  const store = await openStore(file);
  const other = new Worker(
    `const { workerData } = require('node:worker_threads');
     const Database = require(workerData.driver);
     const sqlite = new Database(workerData.file);
     sqlite.exec('BEGIN IMMEDIATE');
     require('node:worker_threads').parentPort.postMessage('held');
     setTimeout(() => { sqlite.exec('COMMIT'); sqlite.close(); }, 300);`,
    { eval: true, workerData: { file, driver: createRequire(import.meta.url).resolve('better-sqlite3') } },
  );
  const ended = once(other, 'exit');
  await once(other, 'message');
  const writing = write(store.db, 'ana').then(() => 'written');
  expect(await Promise.race([writing, sleep(50, 'the loop turns')])).toBe('the loop turns');
  expect(await writing).toBe('written');
  await ended;
  await store.close();
});

test('the whole file is checked after a crash, and only then', async () => {
  // The list of free pages has another length than the header says. Only a check notices that.
  writeSync(openSync(file, 'r+'), Buffer.from([0, 0, 0, 9]), 0, 4, 36);
  await (await openStore(file)).close();
  writeFileSync(`${file}-wal`, 'left behind');
  await expect(openStore(file)).rejects.toMatchObject({ problem: 'damaged' });
});

test('data that a member has deleted is in no file any more', async () => {
  const store = await openStore(file);
  const canary = 'a-canary-of-somebody';
  await write(store.db, 'ana');
  await keepDraft(store.db, 'ana', 'form', { text: canary }, 0);
  const stands = (): boolean =>
    [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(canary));
  expect(stands()).toBe(true);
  await deletePersonalData(store.db, { interactionId: '1', userId: 'ana', guildId: null, at: 0 });
  expect(stands()).toBe(false);
  await store.close();
  expect(stands()).toBe(false);
});

test('a log that has grown is cut', async () => {
  const store = await openStore(file);
  await write(store.db, 'ana');
  const fill = (key: string) => keepDraft(store.db, 'ana', key, { text: 'x'.repeat(12_000_000) }, 0);
  await fill('one');
  await sql`PRAGMA wal_checkpoint(RESTART)`.execute(store.db);
  await write(store.db, 'ben');
  expect(readFileSync(`${file}-wal`).byteLength).toBeLessThanOrEqual(8 * 1024 * 1024);
  await store.close();
});
