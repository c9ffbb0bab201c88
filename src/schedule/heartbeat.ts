import { setTimeout } from 'node:timers/promises';
import { schedule, type ScheduledTask } from 'node-cron';
import { makeLater } from './later.ts';
import { makeBatch } from '../store/batch.ts';
import { type Clock, makePace, makeWritePace } from './sending-pace.ts';
import { tick } from './tick.ts';
import { type Scheduler, traceOf } from './scheduler.ts';
import { MINUTE } from '../time/units.ts';

/** The running heartbeat. */
export interface Heartbeat {
  /** When the last tick began; epoch milliseconds. */
  lastTick(): number;
  /** Resolves when no tick is running. */
  finished(): Promise<void>;
  /**
   * Begins no further tick, and no further post of the running tick. Resolves when the work that has begun is done.
   */
  stop(): Promise<void>;
}

/** How often to check whether the machine's clock was set, in milliseconds. */
const LOOK = 1_000;

/** What a heartbeat is given. It makes the rest of the scheduler itself. */
type Parts = Omit<Scheduler, 'turn' | 'batch' | 'later'>;

/**
 * Ticks at once, to settle what a crash left behind and to catch up, and then once a minute, even if the machine's
 * clock is set. node-cron only counts minutes. It would miss local times at clock changes and forget missed runs, so
 * the store is asked for what is due.
 */
export function startHeartbeat(parts: Parts): Heartbeat {
  const { once, ...ticks } = makeTicks(parts);
  const { log } = parts.app;
  let task = everyMinute(once, log);
  let next = nextMinute(task);
  const watch = setInterval(() => {
    const before = next;
    next = nextMinute(task);
    if (next === before || next === before + MINUTE) return;
    // The clock was set. A timer from before would sleep as long as the clock went back, or count all the skipped
    // minutes.
    void task.destroy();
    task = everyMinute(once, log);
    void once();
  }, LOOK);
  void once();
  return {
    ...ticks,
    async stop() {
      clearInterval(watch);
      await Promise.all([ticks.stop(), task.destroy()]);
    },
  };
}

/** Ticks at once, and never again by itself. */
export function tickOnce(parts: Parts): Heartbeat {
  const { once, ...ticks } = makeTicks(parts);
  void once();
  return ticks;
}

/** The ticks of a heartbeat, of which one at most runs at a time: `once` begins one, or joins the one that runs. */
function makeTicks(parts: Parts): Heartbeat & { readonly once: () => Promise<unknown> } {
  const later = makeLater(parts.app.log);
  const clock: Clock = {
    now: parts.app.now,
    wait: (milliseconds, signal) =>
      setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
  };
  const scheduler: Scheduler = {
    ...parts,
    turn: makePace(parts.app.share, clock, () => parts.app.outbox.underWay()),
    batch: makeBatch(parts.app.db, makeWritePace(clock)),
    later: later.add,
  };
  const { now } = scheduler.app;
  const stopping = new AbortController();
  let running: Promise<unknown> | null = null;
  let begun = now();
  const once = (): Promise<unknown> => {
    if (running !== null) return running;
    begun = now();
    running = tick(scheduler, begun, stopping.signal).finally(() => {
      running = null;
    });
    return running;
  };

  return {
    once,
    lastTick: () => begun,
    finished: async () => void (await running),
    async stop() {
      stopping.abort();
      await later.stop();
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

/** The next minute by the machine's clock; epoch milliseconds. */
function nextMinute(task: ScheduledTask): number {
  return task.getNextRun()?.getTime() ?? 0;
}
