const DAY = 24 * 60 * 60 * 1000;
/** 1 January 1970, day 0, was a Thursday: so many days after Monday. */
const THURSDAY = 3;

/** When a member's day starts: the IANA zone, and the hour from 0 to 12. What is studied earlier counts for the day before. */
export interface Clock {
  readonly timeZone: string;
  readonly dayStart: number;
}

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

/** When the week of a date starts (on its Monday) and ends. */
export function weekBounds(date: string, timeZone: string, dayStart: number): Span {
  const monday = dayNumber(weekOf(date));
  return { from: startOf(monday, { timeZone, dayStart }), to: startOf(monday + 7, { timeZone, dayStart }) };
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

/** Weeks from Monday to Sunday, counted from the one of 1 January 1970, by the number of a day. */
export function weekNumber(day: number): number {
  return Math.floor((day + THURSDAY) / 7);
}

/** The study days, by number, that some instants (epoch milliseconds, in any order) belong to. */
export function studyDays(instants: readonly number[], clock: Clock): ReadonlySet<number> {
  // To ask when a day starts in a zone is what costs here, so it is asked once a day.
  const starts = new Map<number, number>();
  const startsAt = (day: number): number => {
    const known = starts.get(day) ?? startOf(day, clock);
    starts.set(day, known);
    return known;
  };
  return new Set(instants.map((at) => dayAt(at, startsAt)));
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
