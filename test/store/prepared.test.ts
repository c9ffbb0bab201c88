import { expect, test } from 'vitest';
import { engineOf } from '../../src/store/engine.ts';
import { ensureGuild } from '../../src/store/members/guilds.ts';
import { ensureMember } from '../../src/store/members/members.ts';
import { prepared } from '../../src/store/prepared.ts';
import type { Db } from '../../src/store/schema.ts';
import { ofShare, type Share, WHOLE } from '../../src/store/share.ts';
import { write } from '../../src/store/write.ts';
import { storeWith } from './store.ts';

const since = prepared((db: Db, of: { readonly ids: readonly string[]; readonly at: number }) =>
  db
    .selectFrom('member')
    .select(['user_id', 'created_at'])
    .where('user_id', 'in', of.ids)
    .where('created_at', '>=', of.at)
    .where('day_start', '=', 4)
    .orderBy('user_id'),
);

const found = async (db: Db, ids: readonly string[], at: number) =>
  (await since(db, { ids, at })).rows.map(({ user_id }) => user_id);

test('each call has its own values, lists of any length, and its own database', async () => {
  await using one = await storeWith('# T\n## A\n- [ ] B\n');
  await using other = await storeWith('# T\n## A\n- [ ] B\n');
  for (const [index, id] of ['ana', 'ben', 'cem'].entries()) await ensureMember(one.db, id, index);
  expect(await found(one.db, ['ana', 'cem'], 0)).toEqual(['ana', 'cem']);
  expect(await found(one.db, ['cem', 'ben'], 2)).toEqual(['cem']);
  expect(await found(one.db, ['ana', 'ben', 'cem'], 1)).toEqual(['ben', 'cem']);
  expect(await found(one.db, ['ana'], 1)).toEqual([]);
  expect(await found(other.db, ['ana', 'cem'], 0)).toEqual([]);
});

const guildsOf = prepared((db: Db, { share, most }: { readonly share: Share; readonly most: number }) =>
  db.selectFrom('guild').select('id').where(ofShare(share, 'id')).orderBy('id').limit(most),
);

test('each share has its own', async () => {
  await using store = await storeWith('# T\n## A\n- [ ] B\n');
  const [first, second] = [String(1n << 22n), String(2n << 22n)];
  for (const id of [first, second]) await ensureGuild(store.db, id, 'en-US', 0);
  const guilds = async (share: Share, most = 9) => {
    const { rows } = await guildsOf(store.db, { share, most });
    return rows.map(({ id }) => id).filter((id) => id === first || id === second);
  };
  expect(await guilds(WHOLE)).toEqual([first, second]);
  expect(await guilds({ shards: [0, 1], count: 4 })).toEqual([first]);
  expect(await guilds({ shards: [2, 3], count: 4 })).toEqual([second]);
  expect(await guilds({ shards: [1, 2], count: 4 }, 1)).toEqual([first]);
  expect(await guilds({ shards: [0, 1], count: 8 })).toEqual([first]);
});

test('what changes rows is not done as a read, even if it returns them', async () => {
  await using store = await storeWith('# T\n## A\n- [ ] B\n');
  await ensureMember(store.db, 'ana', 7);
  const change = store.db.updateTable('member').set({ created_at: 8 }).returning('user_id').compile();
  expect(engineOf(store.db).readNow(store.db, change)).toBeNull();
  expect(await found(store.db, ['ana'], 8)).toEqual([]);
});

test('within a transaction it sees what that has written', async () => {
  await using store = await storeWith('# T\n## A\n- [ ] B\n');
  const seen = await write(store.db, async (trx) => {
    await ensureMember(trx, 'ana', 7);
    return (await since(trx, { ids: ['ana'], at: 0 })).rows;
  });
  expect(seen).toEqual([{ user_id: 'ana', created_at: 7 }]);
});

test('outside of a transaction nobody sees what it takes back', async () => {
  await using store = await storeWith('# T\n## A\n- [ ] B\n');
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const failing = write(store.db, async (trx) => {
    await ensureMember(trx, 'ana', 7);
    begun.resolve();
    await ended.promise;
    throw new Error('no room');
  });
  await begun.promise;
  const seen = found(store.db, ['ana'], 0);
  ended.resolve();
  await expect(failing).rejects.toThrow('no room');
  expect(await seen).toEqual([]);
});
