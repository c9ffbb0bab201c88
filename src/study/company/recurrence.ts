import type { Repeat } from '../../time/when/repeat.ts';
import { localAt } from '../../time/local.ts';
import { DAY } from '../../time/units.ts';

/**
 * How Discord repeats an event. It knows no zone, and counts days in UTC; 0 is Monday. `weekdays`: null for every day. `nth`:
 * which of these weekdays in a month.
 */
export type EventRepeat =
  | {
      readonly frequency: 'daily' | 'weekly';
      readonly interval: number;
      readonly weekdays: readonly number[] | null;
    }
  | { readonly frequency: 'monthly'; readonly interval: 1; readonly weekday: number; readonly nth: number };

/**
 * The only sets of days on which Discord repeats an event daily:
 * https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-recurrence-rule-object
 */
const DAY_SETS = new Set(['0,1,2,3,4', '1,2,3,4,5', '0,1,2,3,6', '4,5', '5,6', '0,6']);

const WEEK_DAYS = 7;

/**
 * How Discord can repeat what a member said. Days may be others in UTC than on the members' clocks.
 * @param at one of its times, in epoch milliseconds
 * @param timeZone the zone of its times, an IANA name
 * @returns null if Discord cannot repeat it
 */
export function eventRepeat(repeat: Repeat, at: number, timeZone: string): EventRepeat | null {
  if (repeat.every === 'day') {
    return repeat.interval === 1 ? { frequency: 'daily', interval: 1, weekdays: null } : null;
  }
  if (repeat.every !== 'week' && repeat.every !== 'month') return null;
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const [local, utc] = [timeZone, 'UTC'].map((zone) => instant.toZonedDateTimeISO(zone).toPlainDate());
  if (local === undefined || utc === undefined) return null;
  const shift = local.until(utc).days;
  if (repeat.every === 'month') {
    // Discord has no last weekday of a month. And where the day is another one in UTC, the first Monday is not always the
    // day after the first Sunday.
    if (!('nth' in repeat) || repeat.nth < 1 || repeat.interval !== 1 || shift !== 0) return null;
    return { frequency: 'monthly', interval: 1, weekday: repeat.weekday - 1, nth: repeat.nth };
  }
  const weekdays = repeat.weekdays
    .map((day) => (day - 1 + shift + WEEK_DAYS) % WEEK_DAYS)
    .toSorted((a, b) => a - b);
  if (weekdays.length === 1) {
    return repeat.interval <= 2 ? { frequency: 'weekly', interval: repeat.interval, weekdays } : null;
  }
  if (repeat.interval !== 1) return null;
  if (weekdays.length === WEEK_DAYS) return { frequency: 'daily', interval: 1, weekdays: null };
  return DAY_SETS.has(weekdays.join(',')) ? { frequency: 'daily', interval: 1, weekdays } : null;
}

const MONTHS = 12;

/**
 * Whether Discord can repeat it all year. Clock changes move a time near midnight to another day in UTC, and not every set
 * of days is one that Discord takes.
 * @param at its first time, in epoch milliseconds
 */
export function canRepeat(repeat: Repeat, at: number, timeZone: string): boolean {
  const first = localAt(at, timeZone);
  return Array.from({ length: MONTHS }, (_, months) => first.add({ months }).epochMilliseconds).every(
    (then) => eventRepeat(repeat, then, timeZone) !== null,
  );
}

/**
 * Whether a repeating event has another time of day than it should, because clocks were changed: Discord repeats it in
 * UTC.
 * @param eventAt a time of the event as Discord knows it
 * @param at its next time by the clocks of the server; both in epoch milliseconds
 */
export function isOff(eventAt: number, at: number): boolean {
  return (at - eventAt) % DAY !== 0;
}
