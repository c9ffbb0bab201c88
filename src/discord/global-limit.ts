import type { RateLimitData, RESTOptions } from 'discord.js';

/**
 * Discord's limit for a bot is 50 requests in a second. Two are left over, because requests do not take equally long on
 * their way, and more may arrive within a second than have begun within one.
 */
const A_SECOND = 48;
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
 * @param make makes a request. It may be asked to make the same one again
 * @param met told when a request met the limit all the same, as discord.js tells it
 */
export function withinGlobalLimit(
  make: MakeRequest,
  met: (limit: RateLimitData) => void = () => undefined,
): MakeRequest {
  const limit = makeLimit(A_SECOND, 1000);
  return async (url, init) => {
    if (IS_ANSWER.test(url)) return make(url, init);
    for (;;) {
      await limit.turn();
      const response = await make(url, init);
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
    limit: A_SECOND,
    timeToReset: pause,
    retryAfter: pause,
    sublimitTimeout: 0,
  };
}

/** How long Discord wants nothing more of the bot, in milliseconds; null if another limit was met. */
function pauseOf(headers: Awaited<ReturnType<MakeRequest>>['headers']): number | null {
  return headers.has('X-RateLimit-Global') ? Number(headers.get('Retry-After')) * 1000 : null;
}

/** Lets at most so many requests begin within a span. */
export interface Limit {
  /** Resolves when the next one may begin, in the order of asking. */
  turn(): Promise<void>;
  /** For so many milliseconds none begins. */
  hold(milliseconds: number): void;
}

/**
 * @param most how many may begin within any `span` milliseconds. Timers measure it, because the bot's clock can be set
 */
export function makeLimit(most: number, span: number): Limit {
  const waiting: (() => void)[] = [];
  let [begun, held] = [0, 0];
  const go = (): void => {
    if (held > 0) return;
    while (begun < most) {
      const next = waiting.shift();
      if (next === undefined) return;
      begun += 1;
      setTimeout(() => {
        begun -= 1;
        go();
      }, span).unref();
      next();
    }
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
