import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { engineOf } from '../../src/store/engine.ts';
import { ensureMember } from '../../src/store/members/members.ts';
import { deletePersonalData, personalData } from '../../src/store/members/personal-data.ts';
import { moveToFile, moveToServer } from '../../src/store/moving/between.ts';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/schema.ts';
import { searchProofs } from '../../src/store/search.ts';
import { readAtOnce } from '../../src/store/write.ts';
import { makeDatabase } from '../database.ts';

/** A database with something of everything, as an earlier version has written it. */
const FULL = join(import.meta.dirname, '../store/upgrades/022.sqlite.gz');

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadmate-moving-'));
  file = join(folder, 'roadmate.sqlite');
  await writeFile(file, gunzipSync(await readFile(FULL)));
  // A character that PostgreSQL does not take.
  const sqlite = new Database(file);
  sqlite.exec(`UPDATE roadmap SET source = source || char(10) || 'with a ' || char(0) || ' in it'`);
  sqlite.pragma('journal_mode = DELETE');
  sqlite.close();
});
afterEach(() => rm(folder, { recursive: true }));

test('everything goes to a server and back, as often as wanted, and the source stays as it is', async () => {
  const before = await readFile(file);
  await using server = await makeDatabase();
  const moved = await moveToServer(file, server.place);
  expect(moved.filter(({ rows }) => rows > 0).length).toBeGreaterThan(20);
  expect(await moveToServer(file, server.place)).toEqual(moved);
  expect(await readFile(file)).toEqual(before);

  const back = join(folder, 'back.sqlite');
  expect(inOrder(await moveToFile(server.place, back))).toEqual(inOrder(moved));
  await using another = await makeDatabase();
  expect(inOrder(await moveToServer(back, another.place))).toEqual(inOrder(moved));
});

test('what was used since, or is somebody’s own, is not replaced', async () => {
  await using server = await makeDatabase();
  await moveToServer(file, server.place);
  const store = await openStore(server.place);
  await ensureMember(store.db, 'new', 0);
  await store.close();
  await expect(moveToServer(file, server.place)).rejects.toMatchObject({ problem: 'holds-data' });

  const again = await openStore(server.place);
  const there = await again.db.selectFrom('member').select('user_id').where('user_id', '=', 'new').execute();
  await again.close();
  expect(there).toHaveLength(1);
});

test('a file on which a bot runs is not moved', async () => {
  await using server = await makeDatabase();
  const running = await openStore(file);
  await expect(moveToServer(file, server.place)).rejects.toMatchObject({ problem: 'in-use' });
  await running.close();
});

test('what was moved is found', async () => {
  await using server = await makeDatabase();
  await moveToServer(file, server.place);
  const store = await openStore(server.place);
  const words = await store.db
    .selectFrom('proof_words')
    .innerJoin('proof', 'proof.id', 'proof_words.proof_id')
    .select(['proof.id', 'user_id', 'proof_words.title'])
    .executeTakeFirstOrThrow();
  const [word = ''] = words.title.split(' ');
  const found = await searchProofs(store.db, { userId: words.user_id, guildId: null }, [word]);
  await store.close();
  expect(found).toContain(words.id);
});

test('an export is the same from both databases, and after a deletion nothing of the member is left in either', async () => {
  await using server = await makeDatabase();
  await moveToServer(file, server.place);
  const [onFile, onServer] = [await openStore(file), await openStore(server.place)];
  const members = await onServer.db.selectFrom('member').select('user_id').orderBy('user_id').execute();
  expect(members.length).toBeGreaterThan(1);
  for (const { user_id: userId } of members) {
    expect(await personalData(onServer.db, userId)).toEqual(await personalData(onFile.db, userId));
  }

  const [{ user_id: userId } = { user_id: '' }] = members;
  expect(await everything(onServer.db)).toContain(userId);
  await deletePersonalData(onServer.db, { interactionId: '1', userId, guildId: null, at: 0 });
  expect(await everything(onServer.db)).not.toContain(userId);
  await onFile.close();
  await onServer.close();
});

/** The whole content of a database as one text. */
function everything(db: Db): Promise<string> {
  const { tableReader } = engineOf(db);
  return readAtOnce(db, async (trx) => {
    const held: string[] = [];
    for (const table of await tableReader.tables(trx)) {
      for await (const rows of tableReader.pages(trx, table)) held.push(JSON.stringify(rows));
    }
    return held.join('\n');
  });
}

function inOrder<T extends { readonly table: string }>(moved: readonly T[]): readonly T[] {
  return moved.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}
