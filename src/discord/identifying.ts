import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocketOptions } from 'discord.js';

type BuildThrottler = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

/** The pace at which Discord lets shards identify themselves. */
export interface IdentifyPace {
  /**
   * Takes the next turn of a bucket.
   * @returns when it is, in epoch ms
   */
  readonly takeTurn: (bucket: number) => Promise<number>;
  /** The time, in epoch ms. */
  readonly now: () => number;
}

/**
 * The time between the turns of two shards of a bucket, in milliseconds. Discord wants five seconds between them:
 * https://docs.discord.com/developers/events/gateway#sharding-max-concurrency. One more is left for machines and
 * networks that are not equally fast.
 */
export const IDENTIFY_EVERY = 6000;
/** How long to wait for a database that is away, in milliseconds. */
const PAUSE = 1000;

/**
 * Lets the shards of several processes identify themselves one after the other, as Discord demands. discord.js does
 * that only within one process. Shards whose numbers have the same remainder by `max_concurrency` are in one bucket.
 */
export function pacedIdentifying({ takeTurn, now }: IdentifyPace): BuildThrottler {
  // While the database is away, nobody knows whose turn it is.
  const takenTurn = async (bucket: number, signal: AbortSignal): Promise<number> => {
    for (;;) {
      try {
        return await takeTurn(bucket);
      } catch {
        await sleep(PAUSE, undefined, { signal });
      }
    }
  };
  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return {
      async waitForIdentify(shardId, signal) {
        const wait = (await takenTurn(shardId % limit.max_concurrency, signal)) - now();
        if (wait > 0) await sleep(wait, undefined, { signal });
      },
    };
  };
}
