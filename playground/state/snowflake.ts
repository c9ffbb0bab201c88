/** 2015-01-01T00:00:00Z, from which Discord counts the milliseconds in its ids. */
const DISCORD_EPOCH = 1_420_070_400_000;
const COUNTER_SIZE = 1 << 21;

/** Makes Discord's ids (snowflakes): they carry the instant, sort by the order in which they were made, never repeat. */
export interface Ids {
  /** The next id, of the clock's present instant. */
  next(): string;
  /** An id dated back to an instant, outside the order of `next`. Guild ids are spread over time, as shards need it. */
  dated(instant: number): string;
}

/** Makes ids by a clock. A clock that is put back does not put the ids back: they go on from the latest instant. */
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
  };
}

/** The instant (epoch milliseconds) that an id carries. */
export function instantOf(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH;
}

/** Orders two ids by age. */
export function byId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** An instant as Discord writes it. */
export function timestamp(instant: number): string {
  return new Date(instant).toISOString().replace('Z', '000+00:00');
}
