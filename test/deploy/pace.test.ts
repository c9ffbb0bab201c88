import { array, assert, asyncProperty, integer } from 'fast-check';
import { expect, test } from 'vitest';
import { makePace } from '../../deploy/proxy/pace.ts';

const MOST = 4;
const SPAN = 100;

/** When each of the requests that are made after these pauses (ms) begins. */
async function begins(pauses: readonly number[]): Promise<readonly number[]> {
  let now = 0;
  const waits: number[] = [];
  const turn = makePace(MOST, SPAN, { now: () => now, sleep: (ms) => Promise.resolve(waits.push(ms)) });
  const begun: number[] = [];
  for (const pause of pauses) {
    now += pause;
    const before = waits.length;
    await turn();
    begun.push(now + (waits.length > before ? (waits.at(-1) ?? 0) : 0));
  }
  return begun;
}

test.each([
  ['few begin at once', [0, 0, 10, 0], [0, 0, 10, 10]],
  ['more wait until a span after those before them', [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 100, 100]],
  ['nobody waits after a pause', [0, 0, 0, 0, 150, 0], [0, 0, 0, 0, 150, 150]],
  ['those who wait wait in order', [0, 0, 0, 0, 0, 90, 0, 0, 0], [0, 0, 0, 0, 100, 100, 100, 100, 200]],
])('%s', async (_, pauses, expected) => {
  expect(await begins(pauses)).toEqual(expected);
});

test('never more than so many begin within a span, wherever it is laid, and in the order of asking', async () => {
  const pauses = array(integer({ min: 0, max: 60 }), { maxLength: 40 });
  await assert(
    asyncProperty(pauses, async (asked) => {
      const begun = await begins(asked);
      expect(begun).toEqual(begun.toSorted((a, b) => a - b));
      for (const at of begun) {
        expect(begun.filter((other) => other >= at && other < at + SPAN).length).toBeLessThanOrEqual(MOST);
      }
    }),
  );
});
