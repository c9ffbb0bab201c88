import { type REST, RESTEvents } from 'discord.js';

/** Counts requests to Discord. */
export interface RequestMeter {
  /** Discord has answered. `route` is an address without ids and tokens. */
  answered(method: string, route: string, status: number): void;
  /**
   * A request has to wait for one of Discord's limits.
   * @param scope whose limit it is: `global`, `user` or `shared`
   * @param wait milliseconds
   */
  limited(scope: string, route: string, wait: number): void;
}

/** Counts every request to Discord until the bot ends. discord.js emits these events only if there is a listener. */
export function watchRequests(rest: REST, meter: RequestMeter): void {
  rest.on(RESTEvents.Response, ({ method, route }, { status }) =>
    meter.answered(method, withoutIds(route), status),
  );
  rest.on(RESTEvents.RateLimited, ({ global, scope, route, timeToReset, retryAfter }) =>
    meter.limited(global ? 'global' : scope, withoutIds(route), Math.max(timeToReset, retryAfter)),
  );
}

/**
 * discord.js keeps the ids in a route by which Discord limits requests, and the tokens that it does not know. This
 * removes them.
 */
function withoutIds(route: string): string {
  const parts = route.split('?')[0]?.split('/') ?? [];
  return parts.map((part) => (/^(?:\d{16,}|[\w-]{60,})$/.test(part) ? ':id' : part)).join('/');
}
