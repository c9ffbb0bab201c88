/** 2015-01-01T00:00:00Z, from which the milliseconds in Discord's ids count. */
const DISCORD_EPOCH = 1_420_070_400_000;
const COUNTER_SIZE = 1 << 21;

/** Makes Discord's ids (snowflakes). They contain the time, sort by age, and never repeat. */
export interface Ids {
  /** The next id, with the clock's present time. */
  next(): string;
  /** An id with an earlier time, outside the order of `next`. Guilds need it to be spread over shards. */
  dated(instant: number): string;
  /** Lets the ids have the clock's time again after it was put back. They still never repeat, but no longer sort by age. */
  rewind(): void;
}

/** Makes ids by a clock. If the clock is put back, the ids go on from the latest time. */
export function makeIds(now: () => number): Ids {
  let latest = DISCORD_EPOCH;
  let counter = 0;
  let datedCounter = 0;
  const compose = (instant: number, low: number): string =>
    String((BigInt(instant - DISCORD_EPOCH) << 22n) | BigInt(low));
  return {
    next() {
      const instant = now();
      counter += 1;
      if (instant > latest) latest = instant;
      if (counter === COUNTER_SIZE) {
        counter = 0;
        latest += 1;
      }
      return compose(latest, counter);
    },
    dated(instant) {
      datedCounter = (datedCounter + 1) % COUNTER_SIZE;
      return compose(Math.max(instant, DISCORD_EPOCH), COUNTER_SIZE + datedCounter);
    },
    rewind() {
      latest = DISCORD_EPOCH;
    },
  };
}

/** The time in an id, in epoch milliseconds. */
export function instantOf(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH;
}

/** Compares two ids by age. */
export function byId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** An instant in Discord's format. */
export function timestamp(instant: number): string {
  return new Date(instant).toISOString().replace('Z', '000+00:00');
}
