/**
 * A clock that a test or the playground's page moves by hand. Instants are whole epoch milliseconds, because ids and
 * databases take no fractions.
 */
export interface Clock {
  /** The instant that this clock shows now. */
  now(): number;
  /** Puts the clock to an instant: epoch milliseconds, or an ISO 8601 text with its offset. */
  set(instant: number | string): void;
  /** Moves the clock forward (or back, if negative) by milliseconds. */
  advance(milliseconds: number): void;
  /** Lets the clock run with real time from now on. */
  run(): void;
  /** Calls the listener after every move. Returns a function that ends this. */
  onChange(listener: (now: number) => void): () => void;
}

/** The last instant that a date can hold; epoch milliseconds. */
const LATEST = 8.64e15;

/**
 * Makes a clock. With a start it stands still until it is moved. Without a start, or with `running`, it runs with real
 * time.
 */
export function makeClock(start?: number | string, { running = start === undefined } = {}): Clock {
  const listeners = new Set<(now: number) => void>();
  let shown = start === undefined ? Date.now() : toInstant(start);
  let since = performance.now();
  let isRunning = running;

  const now = (): number => (isRunning ? shown + Math.floor(performance.now() - since) : shown);
  const put = (instant: number): void => {
    shown = instant;
    since = performance.now();
    for (const listener of listeners) listener(instant);
  };
  return {
    now,
    set: (instant) => put(toInstant(instant)),
    advance: (milliseconds) => put(toInstant(now() + milliseconds)),
    run() {
      shown = now();
      since = performance.now();
      isRunning = true;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function toInstant(instant: number | string): number {
  if (typeof instant === 'string') return Temporal.Instant.from(instant).epochMilliseconds;
  if (!(Math.abs(instant) <= LATEST)) throw new RangeError(`No clock can show ${instant}.`);
  return Math.round(instant);
}
