import { array, assert, asyncProperty, bigInt, constant, integer, nat, option, record } from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOfShare, isWhole, ofShare, shardOf, shareOf, WHOLE } from '../../src/store/share.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyStore, runs } from '../database.ts';

let store: Store;
beforeAll(async () => {
  store = await emptyStore();
});
afterAll(() => store.close());

const HALF = { shards: [0, 1], count: 4 };

describe('the shard', () => {
  test.each([
    // The example of Discord's documentation, and ids with the times 0 to 3.
    ['197038439483310086', 1, 0],
    ['0', 4, 0],
    [String(1n << 22n), 4, 1],
    [String((3n << 22n) + 5n), 4, 3],
    [null, 4, 0],
  ])('of the guild %s among %i is %i', (guildId, count, shard) => {
    expect(shardOf(guildId, count)).toBe(shard);
  });
});

test.each([
  ['auto', null, WHOLE, true],
  [[0, 1], 2, { shards: [0, 1], count: 2 }, true],
  [[1, 1], 2, { shards: [1, 1], count: 2 }, false],
  [[0, 1], 4, HALF, false],
] as const)('the share of %j of %j', (shards, count, share, isAll) => {
  expect(shareOf(shards, count)).toEqual(share);
  expect(isWhole(share)).toBe(isAll);
});

test.each([
  [null, [true, false]],
  [String(1n << 22n), [true, false]],
  [String(2n << 22n), [false, true]],
])('what belongs to %s is done by one of two processes', (guildId, by) => {
  expect([HALF, { shards: [2, 3], count: 4 }].map((share) => isOfShare(share, guildId))).toEqual(by);
});

test('the database chooses as the rule does', async () => {
  const guildId = option(bigInt(0n, (1n << 63n) - 1n).map(String), { nil: null });
  const share = integer({ min: 1, max: 64 }).chain((count) =>
    record({ count: constant(count), shards: array(nat(count - 1), { minLength: 1 }) }),
  );
  await assert(
    asyncProperty(guildId, share, async (id, own) => {
      const { rows } = await sql<{ mine: unknown }>`SELECT ${ofShare(own, 'id')} AS mine
        FROM (SELECT CAST(${id} AS text) AS id) AS guild`.execute(store.db);
      expect(Boolean(rows[0]?.mine)).toBe(isOfShare(own, id));
    }),
    runs(100),
  );
});
