import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../../../src/store/migrations/index.ts';
import { openStore } from '../../../src/store/open.ts';
import type { StoreError } from '../../../src/store/store-error.ts';
import { prepared } from '../../prepared.ts';

let folder: string;
/** A migrated, empty database. */
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadmate-store-'));
  file = join(folder, 'roadmate.sqlite');
  await writeFile(file, (await prepared()).empty);
});
afterEach(() => rm(folder, { recursive: true }));

/** What the operator reads if the store cannot be opened. */
async function problemOf(opening: Promise<unknown>): Promise<Pick<StoreError, 'problem' | 'message'>> {
  return opening.then(
    () => {
      throw new Error('the store opened');
    },
    (error: StoreError) => ({ problem: error.problem, message: error.message }),
  );
}

describe('opening', () => {
  test('makes the file and its folder, durable and with foreign keys', async () => {
    const store = await openStore(join(folder, 'deep', 'roadmate.sqlite'));
    const pragma = async (name: string) =>
      Object.values(
        (await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(store.db)).rows[0] ?? {},
      )[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    await store.close();
  });

  test('refuses a second process while the first one runs, and only then', async () => {
    const store = await openStore(file);
    const problem = await problemOf(openStore(file));
    expect(problem.problem).toBe('in-use');
    expect(problem.message).toContain(file);
    await store.close();
    await (await openStore(file)).close();
  });

  test('has no lock left of a process that was killed', async () => {
    const child = fork(join(import.meta.dirname, 'hold-store.ts'), [file]);
    await once(child, 'message');
    expect((await problemOf(openStore(file))).problem).toBe('in-use');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await openStore(file)).close();
  });

  test('refuses a damaged file, and leaves it as it is', async () => {
    await writeFile(file, 'this is no database, whatever its name says'.repeat(100));
    const problem = await problemOf(openStore(file));
    expect(problem.problem).toBe('damaged');
    expect(problem.message).toContain(file);
  });

  test('refuses a place that is not writable', async () => {
    await writeFile(join(folder, 'a-file'), '');
    expect((await problemOf(openStore(join(folder, 'a-file', 'roadmate.sqlite')))).problem).toBe(
      'not-writable',
    );
  });
});

describe('migrating', () => {
  test('refuses a database of a newer version', async () => {
    const newer = { ...migrations, '999-from-the-future': { up: () => Promise.resolve() } };
    await (await openStore(file, newer)).close();
    const problem = await problemOf(openStore(file));
    expect(problem.problem).toBe('newer');
    expect(problem.message).toContain('999-from-the-future');
  });

  test('a failing migration leaves the database as it was before', async () => {
    const store = await openStore(file);
    await store.db.insertInto('setting').values({ key: 'commands-hash', value: 'kept' }).execute();
    await store.close();
    const failing = {
      ...migrations,
      '998-half': {
        async up(db: Parameters<(typeof migrations)[string]['up']>[0]) {
          await db.schema.createTable('half_done').addColumn('id', 'text').execute();
          await db.schema.dropTable('setting').execute();
          throw new Error('halfway');
        },
      },
    };
    expect((await problemOf(openStore(file, failing))).problem).toBe('migration-failed');

    const again = await openStore(file);
    const rows = await again.db.selectFrom('setting').selectAll().execute();
    expect(rows).toEqual([{ key: 'commands-hash', value: 'kept' }]);
    const tables = await again.db.introspection.getTables();
    expect(tables.map((table) => table.name)).not.toContain('half_done');
    await again.close();
  });

  test('a migration that leaves rows without the row that they refer to does not count', async () => {
    const store = await openStore(file);
    await store.db.insertInto('guild').values(aGuild).execute();
    await store.db
      .insertInto('post')
      .values({
        guild_id: 'g',
        kind: 'daily',
        next_at: null,
        next_date: null,
        paused_at: null,
        pause_reason: null,
      })
      .execute();
    await store.close();
    const careless = {
      ...migrations,
      '998-careless': {
        async up(db: Parameters<(typeof migrations)[string]['up']>[0]) {
          await sql`DELETE FROM guild`.execute(db);
        },
      },
    };
    expect((await problemOf(openStore(file, careless))).problem).toBe('migration-failed');
    const again = await openStore(file);
    expect(await again.db.selectFrom('guild').select('id').execute()).toEqual([{ id: 'g' }]);
    await again.close();
  });

  test('a copy of the file can be opened', async () => {
    const store = await openStore(file);
    await store.close();
    await copyFile(file, `${file}.copy`);
    await (await openStore(`${file}.copy`)).close();
  });
});

const aGuild = {
  id: 'g',
  roadmap_id: null,
  channel_id: null,
  time_zone: null,
  locale: 'en-US',
  daily_at: '09:00',
  weekdays: '1234567',
  weekly_day: 7,
  role_id: null,
  theme: 'dark' as const,
  daily_turns: 0,
  choosing: 0,
  quests: 0,
  created_at: 0,
};
