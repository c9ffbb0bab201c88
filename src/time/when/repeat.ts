import { isNthOfMonth, localDate, mondayOf, zoned } from '../local.ts';
import { type Dated, nextDated } from '../next.ts';
import { MINUTE } from '../units.ts';

/**
 * How something repeats: a part of RFC 5545's recurrence rules. `day` is a day of the month, or -1 for its last.
 * `shortMonths` says what happens in a month without that day (RFC 7529): the last day instead, or nothing.
 */
export type Repeat =
  | { readonly every: 'minute' | 'hour' | 'day'; readonly interval: number }
  | { readonly every: 'week'; readonly interval: number; readonly weekdays: readonly number[] }
  | {
      readonly every: 'month';
      readonly interval: number;
      readonly day: number;
      readonly shortMonths: 'last-day' | 'nothing';
    }
  | { readonly every: 'month'; readonly interval: number; readonly weekday: number; readonly nth: number }
  | { readonly every: 'year'; readonly interval: number; readonly month: number; readonly day: number };

/** A repeat on the clocks of a zone. */
export interface Recurrence {
  readonly repeat: Repeat;
  /** `HH:MM`, local. Hours and minutes are counted from it. */
  readonly time: string;
  /** The local date (`YYYY-MM-DD`) from which intervals are counted. */
  readonly from: string;
  /** An IANA name. */
  readonly timeZone: string;
}

/** A time at which something that repeats is due. */
export type Occurrence = Dated;

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** The 29th of February comes once in eight years at worst. */
const YEARS_AHEAD = 9;

/** The rule as RFC 5545 writes it: `FREQ=WEEKLY;INTERVAL=2;BYDAY=SU`. */
export function ruleText(repeat: Repeat): string {
  const interval = repeat.interval === 1 ? '' : `;INTERVAL=${repeat.interval}`;
  switch (repeat.every) {
    case 'minute':
      return `FREQ=MINUTELY${interval}`;
    case 'hour':
      return `FREQ=HOURLY${interval}`;
    case 'day':
      return `FREQ=DAILY${interval}`;
    case 'week':
      return `FREQ=WEEKLY${interval};BYDAY=${repeat.weekdays.map(codeOf).join(',')}`;
    case 'year':
      return `FREQ=YEARLY${interval};BYMONTH=${repeat.month};BYMONTHDAY=${repeat.day}`;
    case 'month': {
      if ('nth' in repeat) return `FREQ=MONTHLY${interval};BYDAY=${repeat.nth}${codeOf(repeat.weekday)}`;
      const rule = `FREQ=MONTHLY${interval};BYMONTHDAY=${repeat.day}`;
      const isBackward = repeat.shortMonths === 'last-day' && repeat.day !== -1;
      return isBackward ? `RSCALE=GREGORIAN;${rule};SKIP=BACKWARD` : rule;
    }
  }
}

/**
 * Reads what `ruleText` has written.
 * @throws RangeError for a rule that it does not write
 */
export function readRule(text: string): Repeat {
  const parts = new Map(
    text.split(';').map((part) => [part.replace(/=.*/, ''), part.replace(/.*=/, '')] as const),
  );
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const byDay = parts.get('BYDAY') ?? '';
  const day = Number(parts.get('BYMONTHDAY'));
  switch (parts.get('FREQ')) {
    case 'MINUTELY':
      return { every: 'minute', interval };
    case 'HOURLY':
      return { every: 'hour', interval };
    case 'DAILY':
      return { every: 'day', interval };
    case 'WEEKLY':
      return { every: 'week', interval, weekdays: byDay.split(',').map((code) => CODES.indexOf(code) + 1) };
    case 'MONTHLY': {
      const [, nth, code = ''] = /^(-?\d)(\w\w)$/.exec(byDay) ?? [];
      if (nth !== undefined)
        return { every: 'month', interval, weekday: CODES.indexOf(code) + 1, nth: Number(nth) };
      const isLast = day === -1 || parts.get('SKIP') === 'BACKWARD';
      return { every: 'month', interval, day, shortMonths: isLast ? 'last-day' : 'nothing' };
    }
    case 'YEARLY':
      return { every: 'year', interval, month: Number(parts.get('BYMONTH')), day };
    default:
      throw new RangeError(`There is no such rule: ${text}`);
  }
}

/**
 * The first time after an instant (epoch ms), on a local date after `since` if that is given. Clock changes
 * follow RFC 5545, see `zoned`.
 * @returns null if there is none
 * @throws RangeError if the zone, the time or the date cannot be read
 */
export function nextOccurrence(
  recurrence: Recurrence,
  after: number,
  since: string | null = null,
): Occurrence | null {
  const { repeat, time, from, timeZone } = recurrence;
  const first = Temporal.PlainDate.from(from);
  if (repeat.every === 'hour' || repeat.every === 'minute') {
    const start = zoned(first, time, timeZone).epochMilliseconds;
    const step = repeat.interval * (repeat.every === 'hour' ? 60 : 1) * MINUTE;
    const at = after < start ? start : start + (Math.floor((after - start) / step) + 1) * step;
    return { at, date: localDate(at, timeZone) };
  }
  return nextDated(
    after,
    { timeZone, from: first, ahead: { years: YEARS_AHEAD * repeat.interval } },
    (date) => {
      if (!isDue(repeat, first, date) || (since !== null && date.toString() <= since)) return null;
      return zoned(date, time, timeZone).epochMilliseconds;
    },
  );
}

/** Whether a date is one of those on which it repeats. */
function isDue(repeat: Repeat, first: Temporal.PlainDate, date: Temporal.PlainDate): boolean {
  switch (repeat.every) {
    case 'minute':
    case 'hour':
      return true;
    case 'day':
      return daysBetween(first, date) % repeat.interval === 0;
    case 'week':
      return (
        repeat.weekdays.includes(date.dayOfWeek) &&
        (daysBetween(mondayOf(first), mondayOf(date)) / 7) % repeat.interval === 0
      );
    case 'month': {
      const months = (date.year - first.year) * 12 + date.month - first.month;
      return months % repeat.interval === 0 && isDayOfMonth(repeat, date);
    }
    case 'year':
      return (
        (date.year - first.year) % repeat.interval === 0 &&
        date.month === repeat.month &&
        date.day === repeat.day
      );
  }
}

function isDayOfMonth(
  repeat: Extract<Repeat, { readonly every: 'month' }>,
  date: Temporal.PlainDate,
): boolean {
  const { day, dayOfWeek, daysInMonth } = date;
  if ('nth' in repeat) return dayOfWeek === repeat.weekday && isNthOfMonth(date, repeat.nth);
  if (repeat.day === -1) return day === daysInMonth;
  return day === repeat.day || (repeat.shortMonths === 'last-day' && day === daysInMonth && day < repeat.day);
}

const daysBetween = (a: Temporal.PlainDate, b: Temporal.PlainDate): number =>
  a.until(b, { largestUnit: 'days' }).days;

const codeOf = (weekday: number): string => CODES[weekday - 1] ?? '';
