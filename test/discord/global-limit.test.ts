import { array, assert, asyncProperty, integer } from 'fast-check';
import type { RESTOptions } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeLimit, withinGlobalLimit } from '../../src/discord/global-limit.ts';

const MOST = 4;
const SPAN = 100;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** When each of the requests that are made after these pauses (ms) begins. */
async function begins(pauses: readonly number[]): Promise<readonly number[]> {
  vi.setSystemTime(0);
  const limit = makeLimit(MOST, SPAN);
  const begun: number[] = [];
  for (const pause of pauses) {
    await vi.advanceTimersByTimeAsync(pause);
    void limit.turn().then(() => begun.push(Date.now()));
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

type MakeRequest = RESTOptions['makeRequest'];
type Answered = Awaited<ReturnType<MakeRequest>>;

function answered(status: number, headers: Record<string, string> = {}): Answered {
  return {
    status,
    statusText: '',
    ok: status === 200,
    headers: new Headers(headers),
    body: null,
    bodyUsed: false,
    text: () => Promise.resolve('{}'),
    json: () => Promise.resolve({}),
    arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)),
  };
}

const limited = (headers: Record<string, string>): Answered => answered(429, headers);

/** Requests to a Discord that answers with these, and then with 200. */
function discord(...answers: Answered[]) {
  const made: string[] = [];
  const met: number[] = [];
  const make = withinGlobalLimit(
    (url) => {
      made.push(url);
      return Promise.resolve(answers.shift() ?? answered(200));
    },
    ({ retryAfter }) => met.push(retryAfter),
  );
  const init: Parameters<MakeRequest>[1] = { method: 'POST' };
  return { made, met, ask: (url: string) => make(url, init) };
}

describe('requests to Discord', () => {
  const MESSAGE = 'https://discord.com/api/v10/channels/1/messages';
  const ANSWER = 'https://discord.com/api/v10/interactions/1/token/callback';
  const EDIT = 'https://discord.com/api/v10/webhooks/1/token/messages/@original';

  test('are at most 48 in a second, and answers to interactions neither count nor wait', async () => {
    const { made, ask } = discord();
    for (let n = 0; n < 100; n += 1) for (const url of [MESSAGE, ANSWER, EDIT]) void ask(url);
    await vi.advanceTimersByTimeAsync(10);
    const count = (url: string): number => made.filter((one) => one === url).length;
    expect([count(MESSAGE), count(ANSWER), count(EDIT)]).toEqual([48, 100, 100]);
  });

  test('that met the limit all the same are made again, and answers do not wait for that', async () => {
    const { made, met, ask } = discord(limited({ 'X-RateLimit-Global': 'true', 'Retry-After': '0.4' }));
    const posted = ask(MESSAGE);
    await vi.advanceTimersByTimeAsync(10);
    const others = [ask(MESSAGE), ask(ANSWER)];
    await vi.advanceTimersByTimeAsync(300);
    expect(made).toEqual([MESSAGE, ANSWER]);
    await vi.advanceTimersByTimeAsync(200);
    expect((await posted).status).toBe(200);
    expect(made).toEqual([MESSAGE, ANSWER, MESSAGE, MESSAGE]);
    expect(met).toEqual([400]);
    await Promise.all(others);
  });

  test.each([
    ['the limit of a channel', { 'Retry-After': '0.4' }],
    ['a pause of minutes', { 'X-RateLimit-Global': 'true', 'Retry-After': '600' }],
  ])('%s is left to discord.js', async (_, headers) => {
    const { made, ask } = discord(limited(headers));
    expect((await ask(MESSAGE)).status).toBe(429);
    expect(made).toEqual([MESSAGE]);
  });
});
