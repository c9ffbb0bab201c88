import type { RateLimitData, RESTOptions } from 'discord.js';

/** Discord's limit for a bot is 50 requests in a second. What it does with the fiftieth is not written anywhere. */
export const PLACES = 49;
/**
 * A second in milliseconds, and a little more: a timer may end a millisecond early, and no two clocks are equally fast.
 */
const A_SECOND = 1005;
/**
 * Answers to interactions do not count, so they never wait:
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
const IS_ANSWER = /\/v\d+\/(interactions|webhooks)\//;
/** If Discord wants a longer pause, in ms, something else is wrong, and discord.js stops everything for that time. */
const LONGEST_PAUSE = 5000;
const TOO_MANY = 429;

type MakeRequest = RESTOptions['makeRequest'];

/**
 * Keeps requests to Discord's limit for a bot. @discordjs/rest itself counts answers too, and stops them when others met
 * the limit, so members would wait while posts are sent. It also counts in fixed windows, so it can let twice as many
 * through around the end of one. Its own count has to be switched off.
 *
 * A request arrives at Discord at some time between its beginning and its response, and nobody here knows when. If places
 * were free a second after the beginning, requests that were slow on their way would arrive together with those that
 * began a second later. So a request keeps its place until a second after its response. Then 50 can never arrive within a
 * second, however long each is on its way: when the last of them begins, one of the other 49 has given up its place, so that
 * it arrived more than a second ago. Nothing quicker is safe without knowing Discord's own times. It costs speed:
 * 49 requests take 1 s and as long as Discord needs to answer one.
 * @param make makes a request. It may be asked to make the same one again
 * @param met told when a request met the limit all the same, as discord.js tells it
 */
export function withinGlobalLimit(
  make: MakeRequest,
  met: (limit: RateLimitData) => void = () => undefined,
): MakeRequest {
  const limit = makeLimit(PLACES, A_SECOND);
  return async (url, init) => {
    if (IS_ANSWER.test(url)) return make(url, init);
    for (;;) {
      const leave = await limit.turn();
      const response = await make(url, init).finally(leave);
      const pause = response.status === TOO_MANY ? pauseOf(response.headers) : null;
      if (pause === null || pause > LONGEST_PAUSE) return response;
      await response.text();
      limit.hold(pause);
      met(metLimit(url, init.method ?? 'GET', pause));
    }
  };
}

function metLimit(url: string, method: string, pause: number): RateLimitData {
  return {
    global: true,
    scope: 'global',
    hash: 'global',
    majorParameter: 'global',
    method,
    url,
    route: url.replace(/^.*\/v\d+(?=\/)/, ''),
    limit: PLACES,
    timeToReset: pause,
    retryAfter: pause,
    sublimitTimeout: 0,
  };
}

/** How long Discord wants nothing more of the bot, in milliseconds; null if another limit was met. */
function pauseOf(headers: Awaited<ReturnType<MakeRequest>>['headers']): number | null {
  return headers.has('X-RateLimit-Global') ? Number(headers.get('Retry-After')) * 1000 : null;
}

/** Lets so many requests arrive within a span, at most. */
export interface Limit {
  /**
   * Resolves when the next one may begin, in the order of asking.
   * @returns what has to be called when it has been answered, or has failed
   */
  turn(): Promise<() => void>;
  /** For so many milliseconds none begins. */
  hold(milliseconds: number): void;
}

/**
 * @param places how many may arrive within any `span` (milliseconds). Timers measure it, because the bot's clock can be set
 */
export function makeLimit(places: number, span: number): Limit {
  const waiting: ((leave: () => void) => void)[] = [];
  let [taken, held] = [0, 0];
  const go = (): void => {
    if (held > 0) return;
    while (taken < places) {
      const next = waiting.shift();
      if (next === undefined) return;
      taken += 1;
      next(leave);
    }
  };
  const leave = (): void => {
    setTimeout(() => {
      taken -= 1;
      go();
    }, span).unref();
  };
  return {
    turn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        go();
      }),
    hold(milliseconds) {
      held += 1;
      setTimeout(() => {
        held -= 1;
        go();
      }, milliseconds);
    },
  };
}
