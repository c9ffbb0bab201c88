import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePace, spacingOf } from '../../src/schedule/sending-pace.ts';
import { WHOLE } from '../../src/store/share.ts';

/** A clock on which each wait takes some milliseconds longer than it should. */
function clock(late: () => number = () => 0) {
  const time = { now: 1_000_000 };
  const wait = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    time.now += milliseconds + late();
    signal?.throwIfAborted();
    return Promise.resolve();
  };
  return { time, now: () => time.now, wait };
}

/** When so many pieces begin that ask for their turns at the same time. */
async function begins(count: number, at: ReturnType<typeof clock>): Promise<readonly number[]> {
  const turn = makePace(WHOLE, at, () => 0);
  return Promise.all(Array.from({ length: count }, () => turn().then(at.now)));
}

test.each([
  ['one process', [WHOLE]],
  ['one process with three shards', [{ shards: [0, 1, 2], count: 3 }]],
  ['four processes', [0, 1, 2, 3].map((id) => ({ shards: [id], count: 4 }))],
  [
    'two processes of different size',
    [
      { shards: [0, 1, 2], count: 4 },
      { shards: [3], count: 4 },
    ],
  ],
])('44 a second, in %s together', (_, shares) => {
  expect(shares.reduce((sum, share) => sum + 1000 / spacingOf(share), 0)).toBeCloseTo(44);
});

test.each([
  ['none', WHOLE, 0, 44],
  ['two', WHOLE, 2, 44],
  ['six', WHOLE, 6, 40],
  ['all, because Discord does not answer,', WHOLE, 46, 11],
  ['one of one of four processes', { shards: [0], count: 4 }, 1, 10.5],
])('with %s under way, so many begin in a second', (_, share, underWay, expected) => {
  expect(1000 / spacingOf(share, underWay)).toBeCloseTo(expected);
});

test('2,500 pieces begin within 1.15 of the 50 seconds that Discord needs, though timers are late', async () => {
  let tick = 0;
  const lates = [0, 60, 3, 25, 0, 12];
  const begun = await begins(
    2500,
    clock(() => lates[tick++ % lates.length] ?? 0),
  );
  expect((begun.at(-1) ?? 0) - (begun[0] ?? 0)).toBeLessThan(1.15 * 50_000);
});

test('timers that end a little early let nothing begin sooner', async () => {
  const begun = await begins(
    500,
    clock(() => -0.7),
  );
  expect((begun.at(-1) ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(495 * spacingOf(WHOLE));
});

test('no second has 50 or more, however late the timers are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.nat(5), fc.nat(900)), { minLength: 200, maxLength: 200 }),
      async (lates) => {
        const begun = await begins(
          200,
          clock(() => lates.pop() ?? 0),
        );
        const shortest = Math.min(...begun.slice(49).map((at, place) => at - (begun[place] ?? 0)));
        expect(shortest).toBeGreaterThanOrEqual(1000);
      },
    ),
  );
});

describe('a turn', () => {
  test('waits no longer than usual after the clock was set back', async () => {
    const at = clock();
    const turn = makePace(WHOLE, at, () => 0);
    for (let n = 0; n < 10; n += 1) await turn();
    at.time.now -= 3 * 60 * 60_000;
    const before = at.now();
    for (let n = 0; n < 10; n += 1) await turn();
    expect(at.now() - before).toBeLessThan(10 * spacingOf(WHOLE));
  });

  test('that is aborted rejects, and the next one has its own', async () => {
    const turn = makePace(WHOLE, clock(), () => 0);
    await expect(turn(AbortSignal.abort())).rejects.toThrow('aborted');
    await expect(turn()).resolves.toBeUndefined();
  });
});
