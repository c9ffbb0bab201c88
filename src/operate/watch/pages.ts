import { ownVersion } from '../version.ts';
import { healthOf } from './health.ts';
import type { Pages, Reply } from './http-server.ts';
import type { Metrics } from './metrics.ts';
import { readSigns, type Source } from './signs.ts';

const OK = 200;
const UNAVAILABLE = 503;

/** The pages by which an operator watches the bot: `/healthz`, `/readyz` and `/metrics`. */
export function pagesOf(source: Source, metrics: Metrics): Pages {
  const version = ownVersion();
  const told = async (by: 'isHealthy' | 'isReady'): Promise<Reply> => {
    const signs = await readSigns(source);
    const health = healthOf(signs);
    const { shards, store, heartbeat } = signs;
    const body = {
      status: health[by] ? 'ok' : 'failing',
      problems: health.problems,
      gateway: shards.map(({ id, isConnected, ping }) => ({
        shard: id,
        connected: isConnected,
        pingMs: ping,
      })),
      store: { answers: store !== null, ms: store },
      heartbeatAgeSeconds: heartbeat === null ? null : Math.round(heartbeat / 1000),
      version,
    };
    return {
      status: health[by] ? OK : UNAVAILABLE,
      type: 'application/json; charset=utf-8',
      body: `${JSON.stringify(body)}\n`,
    };
  };
  return {
    '/healthz': () => told('isHealthy'),
    '/readyz': () => told('isReady'),
    '/metrics': async () => ({ status: OK, type: metrics.contentType, body: await metrics.text() }),
  };
}
