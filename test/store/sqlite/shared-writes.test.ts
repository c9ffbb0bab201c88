import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { turn } from '../../../src/roadmap/in-turns.ts';
import { ensureMember } from '../../../src/store/members/members.ts';
import { once } from '../../../src/store/once.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Db } from '../../../src/store/schema.ts';
import { write } from '../../../src/store/write.ts';
import { emptyStore } from '../../database.ts';

const member = (id: string) => (trx: Db) => ensureMember(trx, id, 0);

test('writes at the same time share a transaction, and none is told as written before its end', async () => {
  await using store = await emptied();
  const { promise: last, resolve: finish } = Promise.withResolvers<void>();
  const told: string[] = [];
  const tell = (id: string) => () => told.push(id);
  const ana = write(store.db, member('ana')).then(tell('ana'));
  const ben = write(store.db, async (trx) => {
    // What stands before it in the transaction is there already.
    expect(await names(trx)).toEqual(['ana']);
    await last;
  }).then(tell('ben'));
  for (let turns = 0; turns < 5; turns += 1) await turn();
  expect(told).toEqual([]);
  finish();
  await Promise.all([ana, ben]);
  expect(told).toEqual(['ana', 'ben']);
});

test('a write that fails beside others takes nothing from them, and leaves nothing of its own', async () => {
  await using store = await emptied();
  await write(store.db, (trx) => once(trx, '7', 0));
  const ends = await Promise.allSettled([
    write(store.db, member('ana')),
    write(store.db, async (trx) => {
      await member('ben')(trx);
      await once(trx, '7', 0);
    }),
    write(store.db, member('cem')),
  ]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await names(store.db)).toEqual(['ana', 'cem']);
});

test('if one keeps the shared transaction from ending, the others are written without it', async () => {
  await using store = await opened();
  // This reference is only checked at the end.
  await sql`CREATE TABLE guest (of TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED)`.execute(store.db);
  const ends = await Promise.allSettled([
    write(store.db, member('ana')),
    write(store.db, (trx) => sql`INSERT INTO guest VALUES ('nobody')`.execute(trx)),
  ]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await names(store.db)).toEqual(['ana']);
});

const names = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('member').select('user_id').orderBy('user_id').execute()).map((row) => row.user_id);

const emptied = async () => closing(await emptyStore());
const opened = async () => closing(await openStore(':memory:'));

function closing(store: Store) {
  return { db: store.db, [Symbol.asyncDispose]: () => store.close() };
}
