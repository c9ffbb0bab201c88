import { isNthOfMonth, zoned } from '../time/local.ts';
import { type Dated, nextDated } from '../time/next.ts';

/** When a post runs: at a local time of day, on chosen weekdays. */
export interface Timetable {
  /** An IANA name. */
  readonly timeZone: string;
  /** `HH:MM`, local. */
  readonly at: string;
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Only the n-th such weekday of a month, -1 for the last: `{ weekdays: [1], ofMonth: 1 }` is its first Monday. */
  readonly ofMonth?: 1 | 2 | 3 | 4 | -1;
}

/** One run of a post. */
export type Run = Dated;

/**
 * How far to look for the next run, from yesterday on. With one weekday a week, the next run is at most a week away, or
 * two if the zone has skipped that date. With one weekday a month it is at most five weeks away, or ten.
 */
const AHEAD = { weekly: { days: 16 }, monthly: { days: 72 } };

/**
 * The run on a local date. Null if the day is not chosen, or the zone has no such date.
 *
 * Clock changes follow RFC 5545, see `zoned`: a time in a gap moves later by the gap, and of a time that comes twice,
 * the first counts. A few zones once skipped a whole date when they moved across the date line (Pacific/Apia 2011-12-30,
 * Pacific/Kwajalein 1993-08-21). By the rule, the following date would then get two runs at one instant, so nothing is
 * due for a skipped date.
 *
 * @param date `YYYY-MM-DD`.
 * @throws RangeError if the time zone, the time or the date cannot be read.
 */
export function runOn(timetable: Timetable, date: string): Run | null {
  const at = instantOn(timetable, Temporal.PlainTime.from(timetable.at), Temporal.PlainDate.from(date));
  return at === null ? null : { at, date };
}

function instantOn(
  { timeZone, weekdays, ofMonth }: Timetable,
  time: Temporal.PlainTime,
  date: Temporal.PlainDate,
): number | null {
  if (!weekdays.includes(date.dayOfWeek) || (ofMonth !== undefined && !isNthOfMonth(date, ofMonth)))
    return null;
  const local = zoned(date, time, timeZone);
  const moved = local.day !== date.day;
  if (moved && local.startOfDay().subtract({ nanoseconds: 1 }).toPlainDate().day !== date.day) return null;
  return local.epochMilliseconds;
}

/**
 * The first run after an instant; null if no weekday is chosen. Later runs have later instants and later dates.
 * @param after epoch milliseconds.
 * @throws RangeError if the time zone or the time cannot be read.
 */
export function nextRun(timetable: Timetable, after: number): Run | null {
  const { timeZone, ofMonth } = timetable;
  const time = Temporal.PlainTime.from(timetable.at);
  const ahead = ofMonth === undefined ? AHEAD.weekly : AHEAD.monthly;
  return nextDated(after, { timeZone, ahead }, (date) => instantOn(timetable, time, date));
}

/** The next `count` runs after an instant, in order. There are fewer only if no weekday is chosen. */
export function nextRuns(timetable: Timetable, after: number, count: number): readonly Run[] {
  const runs: Run[] = [];
  let last = after;
  while (runs.length < count) {
    const run = nextRun(timetable, last);
    if (run === null) break;
    runs.push(run);
    last = run.at;
  }
  return runs;
}
