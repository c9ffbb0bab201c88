import { expect, test } from 'vitest';
import type { Db } from '../../src/store/schema.ts';
import { ensureMember } from '../../src/store/members/members.ts';
import { makeBatch } from '../../src/store/batch.ts';
import { emptyStore } from '../database.ts';

const names = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('member').select('user_id').orderBy('user_id').execute()).map((row) => row.user_id);

const member = (id: string) => (trx: Db) => ensureMember(trx, id, 0);

test('what waits for a turn is written in one transaction, and each is told its own result', async () => {
  await using store = await opened();
  const turn = Promise.withResolvers<void>();
  const batch = makeBatch(store.db, () => turn.promise);
  const seen: number[] = [];
  const written = ['ana', 'ben', 'cem'].map((id) =>
    batch(async (trx) => {
      await member(id)(trx);
      seen.push((await names(trx)).length);
      return id;
    }),
  );
  expect(await names(store.db)).toEqual([]);
  turn.resolve();
  expect(await Promise.all(written)).toEqual(['ana', 'ben', 'cem']);
  // Each saw those before it, which were not committed yet.
  expect(seen).toEqual([1, 2, 3]);
  expect(await names(store.db)).toEqual(['ana', 'ben', 'cem']);
});

test('if one fails, only that one is told so, and nothing of it is written', async () => {
  await using store = await opened();
  const batch = makeBatch(store.db, () => Promise.resolve());
  const ends = await Promise.allSettled([
    batch(member('ana')),
    batch(async (trx) => {
      await member('ben')(trx);
      throw new Error('no room');
    }),
    batch(member('cem')),
  ]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await names(store.db)).toEqual(['ana', 'cem']);
});

test('what comes while others are written is written after them', async () => {
  await using store = await opened();
  const batch = makeBatch(store.db, () => Promise.resolve());
  const first = batch(member('ana'));
  await Promise.resolve();
  await Promise.all([first, ...Array.from({ length: 60 }, (_, n) => batch(member(`member-${n}`)))]);
  expect(await names(store.db)).toHaveLength(61);
});

async function opened() {
  const store = await emptyStore();
  return { db: store.db, [Symbol.asyncDispose]: () => store.close() };
}
