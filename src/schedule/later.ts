import { setTimeout as sleep } from 'node:timers/promises';
import { type Scheduler, traceOf } from './scheduler.ts';

/** Work between two ticks, see `Scheduler.later`. */
export interface Later {
  readonly add: Scheduler['later'];
  /** Drops what still waits. Resolves when the work that has begun is done. */
  stop(): Promise<void>;
}

/** Makes an empty list of work between ticks. What fails is logged. */
export function makeLater(log: Scheduler['app']['log']): Later {
  const waiting = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const done = async (milliseconds: number, work: () => Promise<void>): Promise<void> => {
    try {
      await sleep(milliseconds, undefined, { signal: stopping.signal });
    } catch {
      return;
    }
    try {
      await work();
    } catch (error) {
      log.error({ cause: traceOf(error) }, 'work between two ticks could not be done');
    }
  };
  return {
    add(key, milliseconds, work) {
      if (waiting.has(key) || stopping.signal.aborted) return;
      waiting.set(
        key,
        done(milliseconds, work).finally(() => waiting.delete(key)),
      );
    },
    async stop() {
      stopping.abort();
      await Promise.all(waiting.values());
    },
  };
}
