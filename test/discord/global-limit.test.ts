import { array, assert, asyncProperty, integer } from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeGlobalLimit, makeLimit } from '../../src/discord/global-limit.ts';

const MOST = 4;
const SPAN = 100;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** When each of the requests that are made after these pauses (ms) begins. */
async function begins(pauses: readonly number[]): Promise<readonly number[]> {
  vi.setSystemTime(0);
  const turn = makeLimit(MOST, SPAN);
  const begun: number[] = [];
  for (const pause of pauses) {
    await vi.advanceTimersByTimeAsync(pause);
    void turn().then(() => begun.push(Date.now()));
  }
  await vi.advanceTimersByTimeAsync(SPAN * pauses.length);
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

test('never more than so many begin within a span, wherever it is laid, and all of them begin', async () => {
  const pauses = array(integer({ min: 0, max: 60 }), { maxLength: 40 });
  await assert(
    asyncProperty(pauses, async (asked) => {
      const begun = await begins(asked);
      expect(begun).toHaveLength(asked.length);
      for (const at of begun) {
        expect(begun.filter((other) => other >= at && other < at + SPAN).length).toBeLessThanOrEqual(MOST);
      }
    }),
  );
});

test('answers to interactions do not count and never wait, but messages to channels do', async () => {
  const withinLimit = makeGlobalLimit();
  const begun = { answers: 0, messages: 0 };
  const api = 'https://discord.com/api/v10';
  for (let n = 0; n < 100; n += 1) {
    void withinLimit(`${api}/channels/1/messages`).then(() => (begun.messages += 1));
    void withinLimit(`${api}/interactions/1/token/callback`).then(() => (begun.answers += 1));
    void withinLimit(`${api}/webhooks/1/token/messages/@original`).then(() => (begun.answers += 1));
  }
  await vi.advanceTimersByTimeAsync(10);
  expect(begun).toEqual({ answers: 200, messages: 48 });
});
