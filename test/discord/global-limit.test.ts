import { array, assert, asyncProperty, integer, record } from 'fast-check';
import type { RESTOptions } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeLimit, PLACES, withinGlobalLimit } from '../../src/discord/global-limit.ts';
import { makePace } from '../../src/schedule/sending-pace.ts';
import { WHOLE } from '../../src/store/share.ts';

const MOST = 4;
const SPAN = 100;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** A request: so long after the one before it is made, on its way there, and on its way back; milliseconds. */
interface Asked {
  readonly pause: number;
  readonly there: number;
  readonly back: number;
}

/** When each of these requests arrives, in the order of asking. */
async function arrivals(requests: readonly Asked[]): Promise<readonly number[]> {
  vi.setSystemTime(0);
  const limit = makeLimit(MOST, SPAN);
  const arrived: number[] = [];
  const ask = async (place: number, { there, back }: Asked): Promise<void> => {
    const leave = await limit.turn();
    await sleep(there);
    arrived[place] = Date.now();
    await sleep(back);
    leave();
  };
  for (const [place, request] of requests.entries()) {
    await vi.advanceTimersByTimeAsync(request.pause);
    void ask(place, request);
  }
  await vi.runAllTimersAsync();
  return arrived;
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    if (milliseconds > 0) setTimeout(resolve, milliseconds);
    else resolve();
  });
const instant = (pause: number): Asked => ({ pause, there: 0, back: 0 });
const slow = (): Asked => ({ pause: 0, there: 30, back: 20 });

test.each([
  ['few begin at once', [0, 0, 10, 0].map(instant), [0, 0, 10, 10]],
  ['more wait until a span after those before them', [0, 0, 0, 0, 0, 0].map(instant), [0, 0, 0, 0, 100, 100]],
  ['nobody waits after a pause', [0, 0, 0, 0, 150, 0].map(instant), [0, 0, 0, 0, 150, 150]],
  [
    'those who wait wait in order',
    [0, 0, 0, 0, 0, 90, 0, 0, 0].map(instant),
    [0, 0, 0, 0, 100, 100, 100, 100, 200],
  ],
  ['a place is taken until a span after the answer', [1, 2, 3, 4, 5].map(slow), [30, 30, 30, 30, 180]],
])('%s', async (_, requests: readonly Asked[], expected) => {
  expect(await arrivals(requests)).toEqual(expected);
});

test('never more than so many arrive within a span, however long each is on its way, and all of them arrive', async () => {
  const requests = array(
    record({
      pause: integer({ min: 0, max: 30 }),
      there: integer({ min: 0, max: 3 * SPAN }),
      back: integer({ min: 0, max: 3 * SPAN }),
    }),
    { maxLength: 40 },
  );
  await assert(
    asyncProperty(requests, async (asked) => {
      const arrived = (await arrivals(asked)).toSorted((a, b) => a - b);
      expect(arrived).toHaveLength(asked.length);
      const spans = arrived.slice(MOST).map((at, place) => at - (arrived[place] ?? 0));
      expect(Math.min(SPAN, ...spans)).toBe(SPAN);
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

  test('are fewer than 50 in a second, and answers to interactions neither count nor wait', async () => {
    const { made, ask } = discord();
    for (let n = 0; n < 100; n += 1) for (const url of [MESSAGE, ANSWER, EDIT]) void ask(url);
    await vi.advanceTimersByTimeAsync(10);
    const count = (url: string): number => made.filter((one) => one === url).length;
    expect([count(MESSAGE), count(ANSWER), count(EDIT)]).toEqual([PLACES, 100, 100]);
    expect(PLACES).toBeLessThan(50);
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

test.each([[20], [100], [250], [600]])(
  'what members wait for does not wait behind posts if Discord takes %i ms, and these are quick',
  async (ms) => {
    let posts = 0;
    const waited: number[] = [];
    const make = withinGlobalLimit(async (url) => {
      if (url === 'post') posts += 1;
      else waited.push(Date.now() - Number(url));
      await sleep(ms);
      return answered(200);
    });
    let underWay = 0;
    const turn = makePace(WHOLE, { now: Date.now, wait: sleep }, () => underWay);
    const post = async (): Promise<void> => {
      await turn();
      underWay += 1;
      await make('post', {});
      underWay -= 1;
      return post();
    };
    for (let n = 0; n < 40; n += 1) void post();
    for (let second = 0; second < 20; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      void make(String(Date.now()), {});
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(waited).toHaveLength(20);
    expect(Math.max(...waited)).toBeLessThan(50);
    const most = Math.min(44, 46_000 / (1000 + ms));
    expect(posts / 21).toBeGreaterThan(0.9 * most);
  },
);
