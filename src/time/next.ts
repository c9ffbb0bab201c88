import { localAt } from './local.ts';

/** An instant at which something that repeats is due. */
export interface Dated {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The local date that it is for, `YYYY-MM-DD`. A time that a clock change moves past midnight keeps its date. */
  readonly date: string;
}

/** The dates among which `nextDated` searches. */
export interface Search {
  /** An IANA name. */
  readonly timeZone: string;
  /** The first date that comes into question; any, if it is missing. */
  readonly from?: Temporal.PlainDate;
  /** How far to look, counted from the first date that is tried. */
  readonly ahead: Temporal.DurationLike;
}

/**
 * The first time after an instant that something is due; null if there is none among the dates.
 * @param after epoch milliseconds
 * @param instantOn the instant (epoch milliseconds) on a date, or null if nothing is due on it
 * @throws RangeError if there is no such time zone
 */
export function nextDated(
  after: number,
  { timeZone, from, ahead }: Search,
  instantOn: (date: Temporal.PlainDate) => number | null,
): Dated | null {
  // A gap at the end of a day moves that day's time past midnight, so yesterday's time may still be ahead.
  const yesterday = localAt(after, timeZone).toPlainDate().subtract({ days: 1 });
  let date = from === undefined ? yesterday : later(from, yesterday);
  const last = date.add(ahead);
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const at = instantOn(date);
    if (at !== null && at > after) return { at, date: date.toString() };
  }
  return null;
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b;
