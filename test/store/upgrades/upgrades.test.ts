import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '../../../src/store/migrations/index.ts';
import { openStore } from '../../../src/store/open.ts';
import { bringSearchInStep, searchProofs } from '../../../src/store/search.ts';
import { examine } from '../../../src/store/sqlite/examine.ts';
import { prepared } from '../../prepared.ts';

/**
 * Databases that earlier versions made, named after their newest migration. `make.ts` shows what happened in them.
 */
const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.sqlite.gz'));

const at = (text: string): number => Date.parse(text);
const FIRST_DAY = at('2026-11-20T05:00:00Z');

/** Tables in which migrations neither add nor remove rows. */
const KEPT = [
  'roadmap',
  'guild',
  'member',
  'membership',
  'topic',
  'progress',
  'proof',
  'proof_part',
  'proof_share',
  'proof_clear',
  'review',
  'review_log',
  'pick',
  'delivery',
  'post',
];

test('there are databases of several versions', () => {
  expect(files.length).toBeGreaterThanOrEqual(5);
});

test.each(files)('%s is migrated to this version, and keeps everything', async (name) => {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-upgrade-'));
  const path = join(folder, 'roadmate.sqlite');
  await writeFile(path, gunzipSync(await readFile(join(import.meta.dirname, name))));
  const before = countsIn(path);
  expect(before['kysely_migration']).toBeLessThanOrEqual(Object.keys(migrations).length);

  const store = await openStore(path);
  const { db } = store;
  await bringSearchInStep(db);
  const members = await db.selectFrom('member').select('user_id').orderBy('user_id').execute();
  const [ana = '', ben = ''] = members.map((row) => row.user_id);
  const progress = await db
    .selectFrom('progress')
    .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'progress.topic_id')
    .select(['user_id', 'key', 'state', 'since', 'since_date'])
    .orderBy('user_id')
    .orderBy('key')
    .execute();
  expect(progress.map((row) => [row.user_id, row.key, row.state, row.since, row.since_date])).toEqual([
    [ana, 'acid', 'done', FIRST_DAY, '2026-11-20'],
    [ana, 'transactions', 'doing', FIRST_DAY, '2026-11-20'],
    [ben, 'acid', 'skipped', FIRST_DAY, '2026-11-20'],
    [ben, 'transactions', 'done', at('2026-11-21T08:00:00Z'), '2026-11-21'],
  ]);
  const proofs = await db
    .selectFrom('proof')
    .innerJoin('proof_part', 'proof_part.proof_id', 'proof.id')
    .select(['user_id', 'method', 'proven_at', 'text'])
    .orderBy('method')
    .execute();
  expect(proofs.map((row) => [row.user_id, row.method, row.proven_at, row.text])).toEqual([
    [ana, 'cheatcode', FIRST_DAY, 'BEGIN … COMMIT: all or nothing. Işık.'],
    [ana, 'feynman', FIRST_DAY, 'A transaction is a promise between neighbours.'],
  ]);
  expect(await searchProofs(db, { userId: ana, guildId: null }, ['isik'])).toHaveLength(1);
  const clear = await db.selectFrom('proof_clear').select('user_id').execute();
  expect(clear).toEqual([{ user_id: ben }]);
  const posted = await db.selectFrom('delivery').select(['kind', 'state', 'local_date']).execute();
  expect(posted).toEqual([{ kind: 'daily', state: 'sent', local_date: '2026-11-20' }]);
  const undone = await db
    .selectFrom('activity')
    .select(['user_id', 'at'])
    .where('action', '=', 'undo')
    .execute();
  expect(undone).toEqual([{ user_id: ben, at: at('2026-11-21T08:00:00Z') }]);
  const acts = await db.selectFrom('activity').select(['action', 'study_date']).execute();
  expect(acts.filter((act) => !/^2026-11-2[0-3]$/.test(act.study_date))).toEqual([]);
  await store.close();

  expect(examine(path)).toMatchObject({ damage: [], loose: 0, steps: { pending: 0 }, members: 2 });
  const after = countsIn(path);
  for (const table of KEPT) expect([table, after[table]]).toEqual([table, before[table]]);
  // Earlier versions did not log every act. A migration added the missing rows.
  expect(after['activity']).toBeGreaterThanOrEqual(before['activity'] ?? 0);
  expect(schemaOf(path)).toEqual(await freshSchema(folder));
  await rm(folder, { recursive: true });
});

function countsIn(path: string): Readonly<Record<string, number>> {
  const sqlite = new Database(path, { readonly: true });
  const tables = sqlite
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .pluck()
    .all()
    .map(String);
  const counts = tables.map((table) => [
    table,
    Number(sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
  ]);
  sqlite.close();
  return Object.fromEntries(counts);
}

/** The SQL of tables, indices and triggers, by name, without SQLite's own statistics. */
function schemaOf(path: string): Readonly<Record<string, string>> {
  const sqlite = new Database(path, { readonly: true });
  const rows = sqlite
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  sqlite.close();
  return Object.fromEntries(rows.map(({ name, sql }) => [name, sql]));
}

async function freshSchema(folder: string): Promise<Readonly<Record<string, string>>> {
  const path = join(folder, 'fresh.sqlite');
  await writeFile(path, (await prepared()).empty);
  return schemaOf(path);
}
