import type { App } from '../../app.ts';
import { loggable } from '../../discord/discord-error.ts';
import { followGateway } from '../../discord/gateway-state.ts';
import { watchRequests } from '../../discord/watch-requests.ts';
import type { Env } from '../../env.ts';
import { bothMeters, type Meter } from '../../meter.ts';
import { ownVersion } from '../version.ts';
import { countFailures, type Failures } from './failures.ts';
import { serve } from './http-server.ts';
import { pagesOf } from './pages.ts';
import { readAll, type Source } from './signs.ts';

/** Watches the bot, and serves what it sees. */
export interface Watch {
  readonly meter: Meter;
  readonly failures: Failures;
  /** The port of the pages; null if no port is set. */
  readonly port: number | null;
  /** Call it when the bot has started. `lastTick` gives the time at which the last tick began, in epoch ms. */
  up(lastTick: () => number): void;
  /** Call it when the bot begins to stop. It is no longer ready then. */
  down(): void;
  stop(): Promise<void>;
}

/**
 * Begins to watch the bot. If the operator has set no port, it only counts failures, and loads no library for
 * metrics.
 * @throws PortError
 */
export async function watchOver({
  env,
  client,
  db,
  share,
  now,
  log,
}: Pick<App, 'client' | 'db' | 'share' | 'now' | 'log'> & { readonly env: Env }): Promise<Watch> {
  const failures = countFailures(now);
  let lastTick: (() => number) | null = null;
  let isUp = false;
  const states = {
    failures,
    up(since: () => number) {
      lastTick = since;
      isUp = true;
    },
    down() {
      isUp = false;
    },
  };
  if (env.httpPort === null)
    return { ...states, meter: failures.meter, port: null, stop: () => Promise.resolve() };

  const source: Source = {
    db,
    share,
    now,
    places: env,
    shards: followGateway(client, now),
    guilds: () => client.guilds.cache.size,
    lastTick: () => lastTick?.() ?? null,
    isUp: () => isUp,
  };
  const { makeMetrics } = await import('./metrics.ts');
  const metrics = makeMetrics(ownVersion(), () => readAll(source));
  watchRequests(client.rest, metrics.requests);
  const server = await serve(env.httpHost, env.httpPort, pagesOf(source, metrics), (error) =>
    log.error(loggable(error), 'what was asked for by HTTP could not be told'),
  );
  log.info({ host: env.httpHost, port: server.port }, 'health and metrics can be asked for');
  return {
    ...states,
    meter: bothMeters(failures.meter, metrics.meter),
    port: server.port,
    stop: () => server.stop(),
  };
}
