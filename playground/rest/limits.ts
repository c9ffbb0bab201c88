import { createHash } from 'node:crypto';

import type { Reply } from './call.ts';
import type { Route } from './routes.ts';

/** How near a request is to its limit: its headers, and the wait if it is over. */
interface Standing {
  headers: Record<string, string>;
  /** The seconds to wait; undefined if the request may pass. */
  retryAfter?: number;
  isGlobal: boolean;
}

export interface Limits {
  /** Whether requests over a limit are refused (429). The headers are sent either way. */
  enforced: boolean;
  /** The limit of a bucket in a window, by the route's method and pattern. */
  rule: (method: string, pattern: string) => { limit: number; seconds: number };
  /** The clock of the windows, in milliseconds: real time by default. */
  now: () => number;
  count(route: Route, ids: readonly string[]): Standing;
}

const GLOBAL_PER_SECOND = 50;

/** The windows that Discord has been seen to use. Discord changes them at will, so clients must go by the headers. */
function usual(method: string, pattern: string): { limit: number; seconds: number } {
  if (pattern.startsWith('/channels/:/messages') && method !== 'GET') return { limit: 5, seconds: 5 };
  if (pattern.startsWith('/webhooks/')) return { limit: 5, seconds: 2 };
  if (method === 'GET') return { limit: 50, seconds: 1 };
  return { limit: 10, seconds: 10 };
}

/** Counts requests by bucket (route and channel, guild or webhook) and in all. */
export function makeLimits(enforced: boolean): Limits {
  const buckets = new Map<string, { used: number; resetAt: number }>();
  const windowOf = (key: string, seconds: number): { used: number; resetAt: number } => {
    const now = limits.now();
    const present = buckets.get(key);
    if (present && present.resetAt > now) return present;
    const fresh = { used: 0, resetAt: now + seconds * 1000 };
    buckets.set(key, fresh);
    return fresh;
  };
  const limits: Limits = {
    enforced,
    rule: usual,
    now: () => performance.now(),
    count(route, ids) {
      const isExempt = route.pattern.startsWith('/interactions/');
      // If nothing is enforced, the limits are so wide that the client never waits.
      const rule = limits.enforced ? limits.rule(route.method, route.pattern) : { limit: 10_000, seconds: 1 };
      const major = /^\/(channels|guilds|webhooks|interactions)\//.test(route.pattern) ? (ids[0] ?? '') : '';
      const token = route.pattern.startsWith('/webhooks/') ? (ids[1] ?? '') : '';
      const name = `${route.method} ${route.pattern}`;
      const window = windowOf(`${name} ${major} ${token}`, rule.seconds);
      const global = windowOf('global', 1);
      const now = limits.now();
      if (limits.enforced && !route.isOpen && !isExempt && global.used >= GLOBAL_PER_SECOND) {
        const retryAfter = (global.resetAt - now) / 1000;
        return {
          headers: {
            'X-RateLimit-Global': 'true',
            'X-RateLimit-Scope': 'global',
            'Retry-After': retryAfter.toFixed(3),
          },
          retryAfter,
          isGlobal: true,
        };
      }
      const seconds = Math.max(0, (window.resetAt - now) / 1000);
      const isOver = limits.enforced && !isExempt && window.used >= rule.limit;
      if (!isOver) {
        window.used += 1;
        if (!route.isOpen) global.used += 1;
      }
      const headers: Record<string, string> = isExempt
        ? {}
        : {
            'X-RateLimit-Limit': String(rule.limit),
            'X-RateLimit-Remaining': String(Math.max(0, rule.limit - window.used)),
            'X-RateLimit-Reset': (Date.now() / 1000 + seconds).toFixed(3),
            'X-RateLimit-Reset-After': seconds.toFixed(3),
            'X-RateLimit-Bucket': createHash('md5').update(name).digest('hex'),
          };
      if (!isOver) return { headers, isGlobal: false };
      return {
        headers: { ...headers, 'X-RateLimit-Scope': 'user', 'Retry-After': seconds.toFixed(3) },
        retryAfter: seconds,
        isGlobal: false,
      };
    },
  };
  return limits;
}

/** The answer to a request over its limit; `retryAfter` is in seconds. */
export function tooMany(retryAfter: number, isGlobal: boolean): Reply {
  const retry_after = Number(retryAfter.toFixed(3));
  return { status: 429, body: { message: 'You are being rate limited.', retry_after, global: isGlobal } };
}
