import { DAYS_A_WEEK } from './units.ts';

/**
 * The time on the clocks of a zone.
 * @param at epoch milliseconds
 * @param timeZone an IANA name
 * @throws RangeError if there is no such zone
 */
export function localAt(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

/** The date (`YYYY-MM-DD`) on the clocks of a zone. See `localAt`. */
export function localDate(at: number, timeZone: string): string {
  return localAt(at, timeZone).toPlainDate().toString();
}

/**
 * A local time as the clocks of a zone show it. Clock changes follow RFC 5545, section 3.3.5: a time in a gap is read with
 * the offset before the gap, so it moves later by the gap; of a time that comes twice, the first counts.
 * @param time an object, or `HH:MM`
 * @param timeZone an IANA name
 * @throws RangeError if the time or the zone cannot be read
 */
export function zoned(
  date: Temporal.PlainDate,
  time: Temporal.PlainTimeLike | string,
  timeZone: string,
): Temporal.ZonedDateTime {
  return date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
}

/** Whether a date is the n-th of its weekday in the month; -1 is the last one. */
export function isNthOfMonth({ day, daysInMonth }: Temporal.PlainDate, nth: number): boolean {
  return nth === -1 ? day + DAYS_A_WEEK > daysInMonth : Math.ceil(day / DAYS_A_WEEK) === nth;
}

/** The Monday of a date's ISO week. */
export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}
