import { setTimeout } from 'node:timers/promises';
import { schedule, type ScheduledTask } from 'node-cron';
import { tick } from './tick.ts';
import { type Scheduler, traceOf } from './scheduler.ts';

/** The running heartbeat. */
export interface Heartbeat {
  /** Begins no further tick, and no further post of the running tick. It waits for the work that has begun. */
  stop(): Promise<void>;
}

const MINUTE = 60_000;
/** How often to look whether the machine's clock was set; milliseconds. */
const LOOK = 1_000;

/**
 * Ticks at once, to settle what a crash left behind and to catch up, and then once a minute, whatever the machine's clock
 * is set to. node-cron knows nothing but the minute: it misses local times at clock changes and forgets what it missed,
 * so what is due is asked of the store.
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

  let task = everyMinute(once, log);
  let next = nextMinute(task);
  const watch = setInterval(() => {
    const before = next;
    next = nextMinute(task);
    if (next === before || next === before + MINUTE) return;
    // The clock was set. A timer that was set before sleeps for as long as it went back, or counts all that it skipped.
    void task.destroy();
    task = everyMinute(once, log);
    void once();
  }, LOOK);
  void once();

  return {
    async stop() {
      stopping.abort();
      clearInterval(watch);
      await task.destroy();
      await running;
    },
  };
}

function everyMinute(act: () => Promise<unknown>, log: Scheduler['app']['log']): ScheduledTask {
  return schedule('* * * * *', act, {
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
}

/** The minute that comes next by the machine's clock; epoch milliseconds. */
function nextMinute(task: ScheduledTask): number {
  return task.getNextRun()?.getTime() ?? 0;
}
