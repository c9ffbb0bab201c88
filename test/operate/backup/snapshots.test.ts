import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { keepBackups } from '../../../src/operate/backup/backups.ts';
import { makeSnapshot, snapshotsIn } from '../../../src/operate/backup/snapshots.ts';
import { examine } from '../../../src/store/sqlite/examine.ts';
import { eventually } from '../../patience.ts';
import { folderWithDatabase, study } from './folder.ts';

const at = (text: string): number => Date.parse(text);
const MORNING = at('2026-11-26T03:00:00Z');
const HOUR = 3_600_000;

describe('a snapshot', () => {
  test('has everything until its beginning, is a single complete file, and says when it was made', async () => {
    await using scene = await folderWithDatabase();
    await study(scene.db, 1000, 'ana', 'ben');
    const { path, size } = await makeSnapshot(scene.path, { folder: scene.copies, keep: 2 }, MORNING);
    await study(scene.db, 2000, 'cem');

    expect(path).toBe(join(scene.copies, 'roadmate-2026-11-26T030000Z.sqlite'));
    expect(size).toBe(statSync(path).size);
    expect(readdirSync(scene.copies)).toEqual(['roadmate-2026-11-26T030000Z.sqlite']);
    expect(examine(path)).toMatchObject({
      damage: [],
      loose: 0,
      members: 2,
      takenAt: MORNING,
      lastActAt: 1000,
      steps: { pending: 0 },
    });
    expect(examine(scene.path)).toMatchObject({ members: 3, takenAt: null });
  });

  test('shows one moment, although the bot goes on writing', async () => {
    await using scene = await folderWithDatabase();
    await study(scene.db, 0, 'first');
    // Two tables that always have the same number of rows, and enough pages for many steps.
    const other = new Database(scene.path);
    other.exec('CREATE TABLE a (x BLOB); CREATE TABLE b (x BLOB)');
    const both = other.transaction(() => {
      other.exec('INSERT INTO a VALUES (randomblob(20000)); INSERT INTO b VALUES (randomblob(20000))');
    });
    for (let n = 0; n < 40; n += 1) both();
    const done = new AbortController();
    let written = 0;
    const taking = makeSnapshot(scene.path, { folder: scene.copies, keep: 2 }, MORNING).finally(() =>
      done.abort(),
    );
    while (!done.signal.aborted) {
      both();
      written += 1;
      await new Promise(setImmediate);
    }
    const { path } = await taking;
    other.close();
    const copy = new Database(path, { readonly: true });
    const [a, b] = ['a', 'b'].map((table) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    copy.close();
    expect(written).toBeGreaterThan(5);
    expect(a).toBe(b);
    expect(a).toBeLessThan(40 + written);
  });

  test('of a damaged database is not made, and the existing ones stay', async () => {
    await using scene = await folderWithDatabase();
    await study(scene.db, 1000, 'ana');
    await scene.close();
    await makeSnapshot(scene.path, { folder: scene.copies, keep: 1 }, MORNING);
    damage(scene.path);
    await expect(makeSnapshot(scene.path, { folder: scene.copies, keep: 1 }, MORNING + HOUR)).rejects.toThrow(
      /is damaged/,
    );
    expect(readdirSync(scene.copies)).toEqual(['roadmate-2026-11-26T030000Z.sqlite']);
  });

  test('that is given up leaves nothing', async () => {
    await using scene = await folderWithDatabase();
    const stop = new AbortController();
    const making = makeSnapshot(scene.path, { folder: scene.copies, keep: 1 }, MORNING, stop.signal);
    stop.abort();
    await expect(making).rejects.toThrow(/abort/i);
    expect(readdirSync(scene.copies)).toEqual([]);
  });

  test('replaces the oldest, and nothing else', async () => {
    await using scene = await folderWithDatabase();
    await mkdir(scene.copies);
    const others = ['notes.txt', 'other-2020-01-01T030000Z.sqlite', 'roadmate-then.sqlite'];
    for (const name of others) writeFileSync(join(scene.copies, name), '');
    const left = join(scene.copies, 'roadmate-2026-11-25T030000Z.sqlite.0a1b2c3d.part');
    await writeFile(left, 'half');
    await utimes(left, 0, 0);
    for (const hours of [0, 1, 2])
      await makeSnapshot(scene.path, { folder: scene.copies, keep: 2 }, MORNING + hours * HOUR);
    expect(snapshotsIn(scene.copies, scene.path).map((one) => one.at)).toEqual([
      MORNING + 2 * HOUR,
      MORNING + HOUR,
    ]);
    expect(readdirSync(scene.copies)).toEqual(expect.arrayContaining(others));
    expect(existsSync(left)).toBe(false);
  });
});

const keeper = (databasePath: string, folder: string, logged: string[]) =>
  keepBackups(
    { databasePath, backupDir: folder, backupAt: [180], backupKeep: 3 },
    pino({}, { write: (line: string) => void logged.push(line) }),
  );

describe('the bot’s own backups', () => {
  test('are made at their time, once, and missed ones are caught up', async () => {
    await using scene = await folderWithDatabase();
    const logged: string[] = [];
    const backups = keeper(scene.path, scene.copies, logged);
    // The bot was not running at three.
    backups.look(MORNING + HOUR);
    backups.look(MORNING + HOUR);
    await eventually(() => expect(logged).toHaveLength(1));
    for (const hours of [1, 2, 23]) backups.look(MORNING + hours * HOUR);
    backups.look(MORNING + 24 * HOUR);
    await eventually(() => expect(logged).toHaveLength(2));
    await backups.stop();
    expect(snapshotsIn(scene.copies, scene.path).map((one) => one.at)).toEqual([
      MORNING + 24 * HOUR,
      MORNING + HOUR,
    ]);
    expect(logged.join('')).toContain('backed up');
  });

  test('that fail are logged, and tried again an hour later', async () => {
    await using scene = await folderWithDatabase();
    const logged: string[] = [];
    await writeFile(scene.copies, 'no folder');
    const backups = keeper(scene.path, scene.copies, logged);
    backups.look(MORNING);
    await eventually(() => expect(logged).toHaveLength(1));
    expect(logged[0]).toContain('BACKUP_DIR');
    backups.look(MORNING + HOUR - 1);
    backups.look(MORNING + HOUR);
    await eventually(() => expect(logged).toHaveLength(2));
    await backups.stop();
  });

  test('are not made without a folder', async () => {
    await using scene = await folderWithDatabase();
    const backups = keepBackups(
      { databasePath: scene.path, backupDir: null, backupAt: [180], backupKeep: 3 },
      pino({ level: 'silent' }),
    );
    backups.look(MORNING);
    await backups.stop();
    expect(existsSync(scene.copies)).toBe(false);
  });
});

function damage(path: string): void {
  const size = statSync(path).size;
  const rubbish = Buffer.alloc(size - 8192, 0x5a);
  writeFileSync(path, rubbish, { flag: 'r+', flush: true });
}
