import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { ensureMember, memberOf } from '../../src/store/members/members.ts';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { write } from '../../src/store/write.ts';
import { makeDatabase, type TestDatabase } from '../database.ts';

// New connections: those of a store that other tests have used may keep as many statements as they can already.
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await makeDatabase();
  store = await openStore(database.place);
});
afterAll(async () => {
  await store.close();
  await database[Symbol.asyncDispose]();
});
beforeEach(() => ensureMember(store.db, 'ana', 0));

/** How often the statements that read settings of members were run on a connection by the plan that it keeps. */
async function kept(own: Db): Promise<number> {
  const { rows } = await sql<{ runs: number }>`
    SELECT coalesce(sum(generic_plans + custom_plans), 0) AS runs FROM pg_prepared_statements
    WHERE statement LIKE 'select * from "member"%'`.execute(own);
  return rows[0]?.runs ?? 0;
}

test('a statement with values is kept on its connection', async () => {
  const runs = await store.db.connection().execute(async (own) => {
    const before = await kept(own);
    for (const id of ['ana', 'ben', 'ana']) await memberOf(own, id);
    return (await kept(own)) - before;
  });
  expect(runs).toBe(3);
});

test('a list of any length can be asked for, and only short ones are kept', async () => {
  const ids = Array.from({ length: 900 }, (_, n) => `user-${n}`);
  const names = await store.db.connection().execute(async (own) => {
    for (const some of [ids.slice(0, 2), ids]) {
      await own.selectFrom('member').select('theme').where('user_id', 'in', some).execute();
    }
    const { rows } = await sql<{ statement: string }>`
      SELECT statement FROM pg_prepared_statements WHERE statement LIKE 'select "theme" from "member"%'`.execute(
      own,
    );
    return rows.map(({ statement }) => statement);
  });
  expect(names).toEqual(['select "theme" from "member" where "user_id" in ($1, $2)']);
});

test.each([
  ['', (db: Db) => memberOf(db, 'ana')],
  [' in a transaction', (db: Db) => write(db, (trx) => memberOf(trx, 'ana'))],
])('what a connection has kept works on%s after a newer version has changed a table', async (_, read) => {
  // Each connection of the pool keeps it.
  await Promise.all(Array.from({ length: 5 }, () => read(store.db)));
  await sql`ALTER TABLE member ADD COLUMN newer integer`.execute(store.db);
  const found = await Promise.all(Array.from({ length: 5 }, () => read(store.db)));
  await sql`ALTER TABLE member DROP COLUMN newer`.execute(store.db);
  expect(found.map(({ userId }) => userId)).toEqual(Array(5).fill('ana'));
  expect((await read(store.db)).userId).toBe('ana');
});
