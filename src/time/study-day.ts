const DAY = 24 * 60 * 60 * 1000;
/** 1 January 1970, day 0, was a Thursday: so many days after Monday. */
const THURSDAY = 3;

/** When a member's day starts: the IANA zone, and the hour from 0 to 12. What is studied earlier counts for the day before. */
export interface Clock {
  readonly timeZone: string;
  readonly dayStart: number;
}

/** An instant (epoch milliseconds), and the study day (`YYYY-MM-DD`) that it counts for, whatever clocks are set to later. */
export interface Moment {
  readonly at: number;
  readonly date: string;
}

/** The latest hour at which a member's day can start: at noon. */
export const LATEST_DAY_START = 12;

/** A span of time, epoch milliseconds: `from` is in it, `to` is not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The study day (`YYYY-MM-DD`) that an instant belongs to. Days never go back: where clocks are set back across the
 * hour at which the day starts, the repeated hour belongs to the day that has begun.
 * @param at epoch milliseconds
 */
export function studyDay(at: number, timeZone: string, dayStart: number): string {
  return dateOf(dayAt(at, (day) => startOf(day, { timeZone, dayStart })));
}

/**
 * When a study day starts and ends. Local times are those of RFC 5545: one that clocks skip is later by as much, of two
 * the first; so a date that a zone left out altogether is an empty span.
 * @param date `YYYY-MM-DD`
 */
export function dayBounds(date: string, timeZone: string, dayStart: number): Span {
  const day = dayNumber(date);
  return { from: startOf(day, { timeZone, dayStart }), to: startOf(day + 1, { timeZone, dayStart }) };
}

/** The Monday of a date's ISO week; it names the week. */
export function weekOf(date: string): string {
  return dateOf(weekNumber(dayNumber(date)) * 7 - THURSDAY);
}

/** A date as the number of days since 1 January 1970, for counting. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** The date with that number. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The date that follows. */
export function dayAfter(date: string): string {
  return dateOf(dayNumber(date) + 1);
}

/** The day of an instant (epoch ms) in UTC, for what counts for nobody's study day. */
export function utcDay(at: number): string {
  return dateOf(Math.floor(at / DAY));
}

/** Weeks from Monday to Sunday, counted from the one of 1 January 1970, by the number of a day. */
export function weekNumber(day: number): number {
  return Math.floor((day + THURSDAY) / 7);
}

/**
 * Reads many instants by one clock: gives the study day (`YYYY-MM-DD`) of each. To ask when a day starts in a zone is
 * what costs, so it is asked once a day.
 */
export function dayReader(clock: Clock): (at: number) => string {
  const starts = new Map<number, number>();
  const startsAt = (day: number): number => {
    const known = starts.get(day) ?? startOf(day, clock);
    starts.set(day, known);
    return known;
  };
  return (at) => dateOf(dayAt(at, startsAt));
}

/** A member's days stand for more than a day ahead of another clock's only where a clock was wrong. */
const FURTHEST_AHEAD = 2;

/**
 * The study day that it is for a member: the one by their clock, or a later one that they have studied on already, since
 * a day that was counted is not taken back when they travel west or move their day's start.
 * @param now epoch milliseconds
 * @param studied the days (`YYYY-MM-DD`) that count for them
 */
export function currentDay(now: number, { timeZone, dayStart }: Clock, studied: ReadonlySet<string>): string {
  const today = dayNumber(studyDay(now, timeZone, dayStart));
  const ahead = Array.from({ length: FURTHEST_AHEAD }, (_, index) => dateOf(today + index + 1));
  return ahead.findLast((date) => studied.has(date)) ?? dateOf(today);
}

/** The last day that has started at an instant. */
function dayAt(at: number, startsAt: (day: number) => number): number {
  let day = Math.floor(at / DAY);
  while (startsAt(day) > at) day -= 1;
  while (startsAt(day + 1) <= at) day += 1;
  return day;
}

function startOf(day: number, { timeZone, dayStart }: Clock): number {
  const local = Temporal.PlainDateTime.from(dateOf(day)).with({ hour: dayStart });
  return local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}
