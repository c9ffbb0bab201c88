/**
 * Puts a program's clock into the hands of the process that started it. The program itself does not know.
 *
 *     const bot = fork('src/main.ts', { execArgv: ['--import', './playground/bot-clock.ts'] });
 *     bot.send({ clock: epochMs });          // at once: the program starts when this has come
 *     bot.send({ clock: later });            // moves it; `{ clock: later }` comes back when it has been done
 *
 * What follows the clock: `Date`, `Temporal.Now`, and the timers of a second or more that node-cron has set (so that a
 * job of every minute runs at once after a move). It goes on ticking from where it was set. What stays real: intervals,
 * short timers, `performance.now`, and the timers of the program and of every other package. Those say how long to wait
 * for work that goes on in real time, and a moved clock must not end that: neither a request, nor the heartbeats of a
 * connection, nor a picture that is being drawn.
 *
 * node-cron counts each minute that a move leaves out as missed: schedule with `suppressMissedWarning: true`, or its
 * log shows a line for each of them.
 *
 * When the starter is gone, the program is told to end (SIGTERM), so that it is never left behind.
 */
import { promisify } from 'node:util';

interface Waiting {
  /** When it is due by the moved clock; epoch milliseconds. */
  readonly due: number;
  readonly fire: () => void;
  timer: NodeJS.Timeout;
}

const MINUTE = 60_000;
/** Shorter timers pace work and do not wait for a time of day. */
const SHORTEST = 1_000;

const RealDate = Date;
const realNow = Date.now.bind(Date);
const realSetTimeout = globalThis.setTimeout;
const realClearTimeout = globalThis.clearTimeout;

/** How far the clock is ahead of the machine's, in milliseconds. */
let offset = 0;
/** The instant that the clock shows while a timer runs that a move made due. */
let shown: number | null = null;

const waiting = new Map<unknown, Waiting>();
const now = (): number => shown ?? realNow() + offset;

/** Whether the caller of the function `below` is node-cron. */
function isOfCron(below: (...args: never[]) => unknown): boolean {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  const at: { stack?: string } = {};
  Error.captureStackTrace(at, below);
  Error.stackTraceLimit = limit;
  return /node_modules[\\/]node-cron[\\/]/.test(at.stack ?? '');
}

function setTimeoutByClock<A extends unknown[]>(callback: (...args: A) => void, delay = 0, ...args: A) {
  if (delay < SHORTEST || !isOfCron(setTimeoutByClock)) return realSetTimeout(callback, delay, ...args);
  const due = now() + delay;
  const fire = (): void => {
    waiting.delete(handle);
    callback(...args);
  };
  const handle = realSetTimeout(fire, due - (realNow() + offset));
  waiting.set(handle, { due, fire, timer: handle });
  return handle;
}

function clearTimeoutByClock(handle: NodeJS.Timeout | string | number | undefined): void {
  const held = waiting.get(handle);
  waiting.delete(handle);
  realClearTimeout(held?.timer ?? handle);
}

/**
 * Sets the clock and runs the timers that have become due. Each timer sees the beginning of the minute that the clock
 * now shows, or its own time if that is later. A job of every minute then takes itself to be on time.
 */
function move(clock: number): void {
  offset = clock - realNow();
  const minute = Math.floor(clock / MINUTE) * MINUTE;
  for (const held of [...waiting.values()].toSorted((a, b) => a.due - b.due)) {
    realClearTimeout(held.timer);
    if (held.due > clock) {
      held.timer = realSetTimeout(held.fire, held.due - clock);
      continue;
    }
    shown = Math.max(held.due, minute);
    try {
      held.fire();
    } finally {
      shown = null;
    }
  }
}

const clockOf = (message: unknown): number | null =>
  typeof message === 'object' && message !== null && 'clock' in message && typeof message.clock === 'number'
    ? message.clock
    : null;

if (process.send === undefined)
  throw new Error('bot-clock.ts needs a channel to the process that starts it.');

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});

const instant = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(now());
const zoned = (zone: Temporal.TimeZoneLike = Temporal.Now.timeZoneId()) => instant().toZonedDateTimeISO(zone);
Object.assign(Temporal.Now, {
  instant,
  zonedDateTimeISO: zoned,
  plainDateTimeISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDateTime(),
  plainDateISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDate(),
  plainTimeISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainTime(),
});

Object.assign(setTimeoutByClock, { [promisify.custom]: Reflect.get(realSetTimeout, promisify.custom) });
Object.assign(globalThis, { setTimeout: setTimeoutByClock, clearTimeout: clearTimeoutByClock });

await new Promise<void>((resolve) => {
  process.on('message', (message) => {
    const clock = clockOf(message);
    if (clock === null) return;
    move(clock);
    process.send?.({ clock });
    resolve();
  });
});
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
