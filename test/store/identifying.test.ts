import { expect, test } from 'vitest';
import { takeTurn } from '../../src/store/identifying.ts';
import { emptyStore } from '../database.ts';

const EVERY = 5000;
const NOW = 1_000_000_000;
const HOUR = 60 * 60_000;

test.each<[string, readonly (readonly [bucket: number, at: number])[], readonly number[]]>([
  ['the first comes at once', [[0, 0]], [0]],
  ['the next ones wait, each for the one before', [[0, 0], [0, 1], [0, 2]], [0, EVERY, 2 * EVERY]], // prettier-ignore
  ['other buckets do not wait', [[0, 0], [1, 1]], [0, 1]], // prettier-ignore
  ['after the pause nobody waits', [[0, 0], [0, EVERY + 1]], [0, EVERY + 1]], // prettier-ignore
  ['a turn in a wrong future keeps nobody waiting', [[0, HOUR], [0, 0]], [HOUR, 0]], // prettier-ignore
])('%s', async (_, asked, turns) => {
  const store = await emptyStore();
  const given: number[] = [];
  for (const [bucket, at] of asked) given.push((await takeTurn(store.db, bucket, EVERY, NOW + at)) - NOW);
  await store.close();
  expect(given).toEqual(turns);
});

test('those who ask at once get different turns', async () => {
  const store = await emptyStore();
  const turns = await Promise.all([1, 2, 3, 4].map(() => takeTurn(store.db, 0, EVERY, NOW)));
  await store.close();
  expect(turns.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3].map((turn) => NOW + turn * EVERY));
});
