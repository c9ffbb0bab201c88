const DAY = 24 * 60 * 60 * 1000;

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
  let date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  while (startOf(date, timeZone, dayStart) > at) date = date.subtract({ days: 1 });
  for (
    let next = date.add({ days: 1 });
    startOf(next, timeZone, dayStart) <= at;
    next = next.add({ days: 1 })
  )
    date = next;
  return date.toString();
}

/**
 * When a study day starts and ends. Local times are those of RFC 5545: one that clocks skip is later by as much, of two
 * the first; so a date that a zone left out altogether is an empty span.
 * @param date `YYYY-MM-DD`
 */
export function dayBounds(date: string, timeZone: string, dayStart: number): Span {
  const day = Temporal.PlainDate.from(date);
  return {
    from: startOf(day, timeZone, dayStart),
    to: startOf(day.add({ days: 1 }), timeZone, dayStart),
  };
}

/** When the week of a date starts (on its Monday) and ends. */
export function weekBounds(date: string, timeZone: string, dayStart: number): Span {
  const monday = Temporal.PlainDate.from(weekOf(date));
  return {
    from: startOf(monday, timeZone, dayStart),
    to: startOf(monday.add({ weeks: 1 }), timeZone, dayStart),
  };
}

/** The Monday of a date's ISO week; it names the week. */
export function weekOf(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

/** A date as the number of days since 1 January 1970, for counting. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** The date with that number. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The study days that a number of instants (epoch milliseconds, in any order) belong to. */
export function studyDays(instants: readonly number[], { timeZone, dayStart }: Clock): ReadonlySet<string> {
  const days = new Set<string>();
  let day: Span = { from: 0, to: 0 };
  // In order, so that a day is worked out once, however much was done in it.
  for (const at of instants.toSorted((a, b) => a - b)) {
    if (at >= day.from && at < day.to) continue;
    const date = studyDay(at, timeZone, dayStart);
    days.add(date);
    day = dayBounds(date, timeZone, dayStart);
  }
  return days;
}

function startOf(date: Temporal.PlainDate, timeZone: string, dayStart: number): number {
  const time = Temporal.PlainTime.from({ hour: dayStart });
  return date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}
