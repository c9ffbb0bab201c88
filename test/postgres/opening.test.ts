import { sql } from 'kysely';
import { Client } from 'pg';
import { inject, expect, test } from 'vitest';
import { migrations } from '../../src/store/migrations/index.ts';
import { ensureMember } from '../../src/store/members/members.ts';
import { openStore } from '../../src/store/open.ts';
import { explained } from '../../src/store/postgres/faults.ts';
import { keepDraft } from '../../src/store/proofs/drafts.ts';
import { makeDatabase } from '../database.ts';
import { addressOf } from './make-server.ts';

const folder = inject('postgres') ?? '';

/** What the operator is told when the store cannot be opened. */
async function told(place: string, steps = migrations): Promise<{ problem: unknown; message: unknown }> {
  const error: unknown = await openStore(place, steps).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !('problem' in error)) throw new Error('the store opened');
  return { problem: error.problem, message: error.message };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: addressOf(folder, 'postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

test('several processes open a new database at once: the steps are taken once', async () => {
  await onServer('CREATE DATABASE together');
  const place = addressOf(folder, 'together');
  const stores = await Promise.all([1, 2, 3].map(() => openStore(place)));
  await ensureMember(stores[0]!.db, 'ana', 0);
  expect(await stores[2]?.db.selectFrom('member').select('user_id').execute()).toEqual([{ user_id: 'ana' }]);
  for (const store of stores) await store.close();
});

test('a server that is not there is told of without the password', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
  const error = explained('postgres://bot:hunter2@127.0.0.1:1/roadmate', refused);
  expect(error).toMatchObject({ problem: 'unreachable' });
  expect(String(error)).toContain('postgres://127.0.0.1:1/roadmate does not answer (connect ECONNREFUSED');
  expect(String(error)).not.toContain('hunter2');
});

test('a database that is not there', async () => {
  expect(await told(addressOf(folder, 'nowhere'))).toMatchObject({ problem: 'not-writable' });
});

test('a database that sorts otherwise is refused, with what makes the right one', async () => {
  await onServer(
    `CREATE DATABASE sorted TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'tr' LOCALE 'C'`,
  );
  const { problem, message } = await told(addressOf(folder, 'sorted'));
  expect(problem).toBe('unsuitable');
  expect(message).toContain(`CREATE DATABASE "sorted" TEMPLATE template0 ENCODING 'UTF8'`);
});

test('a database of a newer Roadmate is left alone, and a step that fails leaves nothing', async () => {
  await using database = await makeDatabase();
  const { '001-first': first, ...others } = migrations;
  expect(await told(database.place, others)).toMatchObject({ problem: 'newer' });
  if (first === undefined) throw new Error('there is a first step');
  const failing = { ...migrations, '999-fails': { up: () => Promise.reject(new Error('no')) } };
  expect(await told(database.place, failing)).toMatchObject({ problem: 'migration-failed' });
  await (await openStore(database.place)).close();
});

test('numbers are numbers, and a character that PostgreSQL refuses is left out', async () => {
  await using database = await makeDatabase();
  const store = await openStore(database.place);
  const at = Temporal.Instant.from('2026-11-26T00:00Z').epochMilliseconds;
  await ensureMember(store.db, 'ana', at);
  await keepDraft(store.db, 'ana', 'a\0b', { text: 'x\0y' }, at);
  const row = await store.db
    .selectFrom('draft')
    .select(['key', 'fields', 'at'])
    .select((eb) => [eb.fn.countAll().over().as('count'), eb.fn.sum('at').over().as('sum')])
    .executeTakeFirst();
  expect(row).toEqual({ key: 'ab', fields: '{"text":"x\\u0000y"}', at, count: 1, sum: at });
  await store.close();
});

test('no column for instants in milliseconds is a small integer', async () => {
  await using database = await makeDatabase();
  const store = await openStore(database.place);
  const { rows } = await sql`
    SELECT table_name, column_name FROM information_schema.columns
    WHERE data_type = 'integer' AND column_name ~ '(^|_)(at|since|until)$'`.execute(store.db);
  await store.close();
  expect(rows).toEqual([]);
});
