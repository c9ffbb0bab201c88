import { setTimeout } from 'node:timers/promises';
import { schedule } from 'node-cron';
import { tick } from './tick.ts';
import { type Scheduler, traceOf } from './scheduler.ts';

/** The running heartbeat. */
export interface Heartbeat {
  /** No further tick is begun, and no further post of the running one; what was begun is awaited. */
  stop(): Promise<void>;
}

/**
 * Ticks at once, to settle what a crash left behind and to catch up, and then once a minute. node-cron knows nothing
 * but the minute: it misses local times at clock changes and forgets what it missed, so what is due is asked of the
 * store.
 */
export function startHeartbeat(parts: Omit<Scheduler, 'wait'>): Heartbeat {
  const scheduler: Scheduler = {
    ...parts,
    wait: (milliseconds, signal) =>
      setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
  };
  const { log, now } = scheduler.app;
  const stopping = new AbortController();
  let running: Promise<unknown> | null = null;
  const once = (): Promise<unknown> =>
    (running ??= tick(scheduler, now(), stopping.signal).finally(() => {
      running = null;
    }));

  const task = schedule('* * * * *', once, {
    // UTC has no clock changes, so no minute is left out.
    timezone: 'UTC',
    noOverlap: true,
    logger: {
      info: (message) => log.debug(message),
      debug: (message) => log.debug(traceOf(message)),
      warn: (message) => log.debug(message),
      error: (message) => log.error(traceOf(message)),
    },
  });
  void once();

  return {
    async stop() {
      stopping.abort();
      await task.destroy();
      await running;
    },
  };
}
