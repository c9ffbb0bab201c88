import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeSnapshot } from '../../../src/operate/backup/snapshots.ts';
import { restoreReport } from '../../../src/operate/backup/restore-report.ts';
import { openStore } from '../../../src/store/open.ts';
import { mayBeDone, restoredIn } from '../../../src/store/restored.ts';
import { examine } from '../../../src/store/sqlite/examine.ts';
import { restoreSnapshot } from '../../../src/store/sqlite/restore.ts';
import { deletePersonalData } from '../../../src/store/members/personal-data.ts';
import { folderWithDatabase, study } from './folder.ts';

const TAKEN = Date.parse('2026-11-26T03:00:00Z');
const NOW = Date.parse('2026-11-26T03:20:00Z');

/** A database that was used for a while after a copy of it was made. */
async function copied() {
  const scene = await folderWithDatabase();
  await study(scene.db, 1000, 'ana', 'ben');
  const { path } = await makeSnapshot(scene.path, { folder: scene.copies, keep: 1 }, TAKEN);
  await study(scene.db, TAKEN + 1, 'ana', 'cem');
  return { ...scene, snapshot: path };
}

async function membersIn(path: string): Promise<readonly string[]> {
  const store = await openStore(path);
  const rows = await store.db.selectFrom('member').select('user_id').orderBy('user_id').execute();
  await store.close();
  return rows.map((row) => row.user_id);
}

test('a copy replaces the database, which is kept completely', async () => {
  await using scene = await copied();
  await scene.close();
  const restoring = await restoreSnapshot(scene.snapshot, scene.path, NOW);
  expect(restoring).toMatchObject({ takenAt: TAKEN, lost: { acts: 2, members: 2, forgotten: 0 } });
  expect(await membersIn(scene.path)).toEqual(['ana', 'ben']);
  expect(await membersIn(restoring.kept ?? '')).toEqual(['ana', 'ben', 'cem']);
  const told = restoreReport(scene.snapshot, scene.path, restoring).join('\n');
  expect(told).toContain('until 2026-11-26 03:00 UTC');
  expect(told).toContain('2 acts of 2 members came later');
  expect(told).toContain(`kept as ${restoring.kept}`);
});

test('the database knows afterwards that it was restored, and what may have been done in between', async () => {
  await using scene = await copied();
  await scene.close();
  await restoreSnapshot(scene.snapshot, scene.path, NOW);
  const store = await openStore(scene.path);
  const restored = await restoredIn(store.db);
  await store.close();
  expect(restored).toEqual({ takenAt: TAKEN, restoredAt: NOW });
  const asked = [TAKEN, TAKEN + 1, NOW, NOW + 1].map((due) => mayBeDone(restored, due));
  expect(asked).toEqual([false, true, true, false]);
  expect(mayBeDone(null, NOW)).toBe(false);
});

test('the log of a process that crashed is kept as well', async () => {
  await using scene = await copied();
  // The database and its log, as a killed process leaves them.
  const [path, log] = [join(scene.folder, 'killed.sqlite'), join(scene.folder, 'killed.sqlite-wal')];
  await writeFile(path, readFileSync(scene.path));
  await writeFile(log, readFileSync(`${scene.path}-wal`));
  const { kept } = await restoreSnapshot(scene.snapshot, path, NOW);
  expect(await membersIn(path)).toEqual(['ana', 'ben']);
  expect(await membersIn(kept ?? '')).toEqual(['ana', 'ben', 'cem']);
});

test('a member who has deleted their data since does not come back', async () => {
  await using scene = await copied();
  await deletePersonalData(scene.db, { interactionId: '1', userId: 'ben', guildId: null, at: TAKEN + 2 });
  await scene.close();
  const restoring = await restoreSnapshot(scene.snapshot, scene.path, NOW);
  expect(restoring.lost?.forgotten).toBe(1);
  expect(await membersIn(scene.path)).toEqual(['ana']);
  expect(restoreReport(scene.snapshot, scene.path, restoring).join('\n')).toContain('1 member had deleted');
});

test('if the old database belongs to another bot, nobody counts as deleted', async () => {
  await using scene = await copied();
  await using other = await folderWithDatabase();
  await study(other.db, 5, 'dora');
  await other.close();
  const restoring = await restoreSnapshot(scene.snapshot, other.path, NOW);
  expect(restoring.lost).toBeNull();
  expect(await membersIn(other.path)).toEqual(['ana', 'ben']);
});

test('a damaged old database does not prevent it, and is kept as it is', async () => {
  await using scene = await copied();
  const path = join(scene.folder, 'damaged.sqlite');
  await writeFile(path, 'rubbish'.repeat(5000));
  const restoring = await restoreSnapshot(scene.snapshot, path, NOW);
  expect(restoring.lost).toBeNull();
  expect(readFileSync(restoring.kept ?? '', 'utf8')).toMatch(/^rubbish/);
  expect(await membersIn(path)).toEqual(['ana', 'ben']);
});

test('if there is no database, the copy becomes it', async () => {
  await using scene = await copied();
  const path = join(scene.folder, 'new', 'roadmate.sqlite');
  const restoring = await restoreSnapshot(scene.snapshot, path, NOW);
  expect(restoring).toMatchObject({ kept: null, lost: null });
  expect(await membersIn(path)).toEqual(['ana', 'ben']);
});

test('a copy that cannot be restored changes nothing', async () => {
  await using scene = await copied();
  const names = () =>
    readdirSync(scene.folder).filter((name) => !/\.lock(-journal)?$|-wal$|-shm$/.test(name));
  const damaged = join(scene.copies, 'damaged.sqlite');
  const newer = join(scene.copies, 'newer.sqlite');
  const bytes = readFileSync(scene.snapshot);
  await writeFile(newer, bytes);
  await writeFile(damaged, bytes.fill(0x5a, 8192, bytes.length - 4096));
  const copy = new Database(newer);
  copy.exec(`INSERT INTO kysely_migration (name, timestamp) VALUES ('999-later', '')`);
  copy.close();

  const before = names();
  const refused = (file: string) => restoreSnapshot(file, scene.path, NOW);
  await expect(refused(scene.snapshot)).rejects.toThrow(/in use by another Roadmate/);
  await scene.close();
  await expect(refused(scene.path)).rejects.toThrow(/is the database itself/);
  await expect(refused(join(scene.folder, 'nowhere.sqlite'))).rejects.toThrow(/There is no file/);
  await expect(refused(import.meta.filename)).rejects.toThrow(/damaged, or not a database/);
  await expect(refused(damaged)).rejects.toThrow(/is damaged/);
  await expect(refused(newer)).rejects.toThrow(/newer Roadmate/);
  expect(names()).toEqual(before);
  expect(examine(scene.path).members).toBe(3);
});
