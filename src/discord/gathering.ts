import { setTimeout as sleep } from 'node:timers/promises';
import type { UnderWay } from './under-way.ts';

/** Work that waits a little, so that what happens meanwhile is done with it. */
export interface Gathering {
  /** Does the work after the pause, unless work with the same key waits already. It must not fail. */
  soon(key: string, work: () => Promise<void>): void;
  /** Lets nothing wait any more: what waits is done at once. */
  hurry(): void;
}

/**
 * Makes a gathering.
 * @param pause in milliseconds
 * @param underWay whoever waits for the bot to finish also waits for this work
 */
export function makeGathering(pause: number, underWay: UnderWay): Gathering {
  const waiting = new Set<string>();
  const hurrying = new AbortController();
  return {
    soon(key, work) {
      if (waiting.has(key)) return;
      waiting.add(key);
      const rest = sleep(pause, undefined, { signal: hurrying.signal }).catch(() => undefined);
      underWay.add(
        rest.then(() => {
          waiting.delete(key);
          return work();
        }),
      );
    },
    hurry: () => hurrying.abort(),
  };
}
