import { localAt } from '../local.ts';
import { nextOccurrence, type Repeat } from './repeat.ts';
import type { Spoken } from './said.ts';
import { timesOf } from './times.ts';
import { type Reader, type Repeated, todayOf, type WhenProblem } from './meaning.ts';

const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];
/** A longer interval is a typing mistake. */
const LONGEST_INTERVAL = 99;
/** Every month has these days. */
const SHORTEST_MONTH = 28;

/** The repeats that may be meant. */
export function repeatsOf(said: Spoken, reader: Reader): readonly Repeated[] | WhenProblem {
  const spoken = said.dotted === undefined ? said : withoutDots(said, said.dotted);
  const repeats = rulesOf(spoken, todayOf(reader));
  if (typeof repeats === 'string') return repeats;
  const times = hourly(spoken) ? [hourlyTime(spoken, reader)] : timesOf(spoken, reader.usualHour);
  return repeats.flatMap((repeat) => times.flatMap((time) => begun(repeat, time, reader)));
}

/** `10.11` is a date if years are counted, otherwise a time. */
function withoutDots(
  { dotted: _dotted, ...said }: Spoken,
  { a, b, length }: NonNullable<Spoken['dotted']>,
): Spoken {
  if (said.unit === 'year') return { ...said, day: { is: 'date', day: a, month: b, year: null } };
  return { ...said, clock: { hour: a, minute: b, length, pm: null } };
}

/** A repeat from its first time on. */
function begun(
  repeat: Repeat,
  { hour, minute }: { readonly hour: number; readonly minute: number },
  reader: Reader,
): readonly Repeated[] {
  const { now, timeZone } = reader;
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const today = todayOf(reader).toString();
  // The interval is counted from the first time, which is the next one that fits. Hours and minutes begin on the
  // hour.
  const isOfDays = repeat.every !== 'minute' && repeat.every !== 'hour';
  const closest: Repeat = isOfDays ? { ...repeat, interval: 1 } : { every: 'hour', interval: 1 };
  const first = nextOccurrence({ repeat: closest, time, from: today, timeZone }, now);
  if (first === null) return [];
  const begins = isOfDays ? time : clockAt(first.at, timeZone);
  return [{ is: 'repeat', repeat, time: begins, from: first.date, timeZone, at: first.at }];
}

function clockAt(at: number, timeZone: string): string {
  const { hour, minute } = localAt(at, timeZone);
  return Temporal.PlainTime.from({ hour, minute }).toString({ smallestUnit: 'minute' });
}

function rulesOf(spoken: Spoken, today: Temporal.PlainDate): readonly Repeat[] | WhenProblem {
  const { unit, interval = 1, weekdays, nth, monthDay, day, which, nextMonth, after } = spoken;
  if (which !== undefined || nextMonth !== undefined || after !== undefined) return 'unclear';
  if (unit === 'minute' || unit === 'hour') return byMinutes(interval * (unit === 'hour' ? 60 : 1), spoken);
  if (!Number.isInteger(interval) || interval < 1 || interval > LONGEST_INTERVAL) return 'unclear';
  if (nth !== undefined && weekdays !== undefined) return nthWeekday(spoken, nth, weekdays);
  if (weekdays !== undefined) return onWeekdays(spoken, interval, weekdays);
  if (day !== undefined) return yearly(spoken, interval, day);
  if (monthDay !== undefined)
    return unit === 'month' || unit === undefined ? monthly(interval, monthDay) : 'unclear';
  switch (unit) {
    case 'day':
      return daily(spoken, interval);
    case 'week':
      return [{ every: 'week', interval, weekdays: [today.dayOfWeek] }];
    case 'month':
      return monthly(interval, today.day);
    case 'year':
      return [{ every: 'year', interval, month: today.month, day: today.day }];
    default:
      // `every morning`
      return spoken.part !== undefined || spoken.except !== undefined ? daily(spoken, interval) : 'unclear';
  }
}

function byMinutes(
  minutes: number,
  { part, weekdays, day, monthDay, except }: Spoken,
): readonly Repeat[] | WhenProblem {
  if (part ?? weekdays ?? day ?? monthDay ?? except) return 'unclear';
  if (minutes > 0 && minutes < 60) return 'too-often';
  if (!Number.isInteger(minutes) || minutes <= 0 || minutes > LONGEST_INTERVAL * 60) return 'unclear';
  return [
    minutes % 60 === 0 ? { every: 'hour', interval: minutes / 60 } : { every: 'minute', interval: minutes },
  ];
}

function daily({ except }: Spoken, interval: number): readonly Repeat[] | WhenProblem {
  if (except === undefined) return [{ every: 'day', interval }];
  const weekdays = ALL_WEEK.filter((day) => !except.includes(day));
  return interval === 1 && weekdays.length > 0 ? [{ every: 'week', interval, weekdays }] : 'unclear';
}

function onWeekdays(
  { unit, except = [], monthDay, day }: Spoken,
  interval: number,
  named: readonly number[],
): readonly Repeat[] | WhenProblem {
  const weekdays = named.filter((weekday) => !except.includes(weekday));
  const isWeekly = unit === undefined || unit === 'week' || (unit === 'day' && interval === 1);
  if (!isWeekly || monthDay !== undefined || day !== undefined || weekdays.length === 0) return 'unclear';
  return [{ every: 'week', interval, weekdays }];
}

/** `every second Tuesday` means every other one, or the second one of a month. */
function nthWeekday({ unit, interval = 1 }: Spoken, nth: number, [weekday, ...more]: readonly number[]) {
  if (weekday === undefined || more.length > 0 || nth < -1 || nth > 4) return 'unclear';
  const ofMonth: Repeat = { every: 'month', interval, weekday, nth };
  if (unit === 'month') return [ofMonth];
  if (unit !== undefined) return 'unclear';
  const everyNth: Repeat = { every: 'week', interval: nth, weekdays: [weekday] };
  return nth > 1 ? [everyNth, ofMonth] : [ofMonth];
}

/**
 * Some months have no such day. The repeat then means their last day or skips them, and only the member knows which.
 */
function monthly(interval: number, day: number): readonly Repeat[] | WhenProblem {
  if (!Number.isInteger(day) || day < -1 || day === 0 || day > 31) return 'no-such-day';
  if (day === -1) return [{ every: 'month', interval, day, shortMonths: 'last-day' }];
  const whereItIs: Repeat = { every: 'month', interval, day, shortMonths: 'nothing' };
  if (day <= SHORTEST_MONTH) return [whereItIs];
  // The last day of every month is the 31st, or the day that replaces it.
  return [{ every: 'month', interval, day: day === 31 ? -1 : day, shortMonths: 'last-day' }, whereItIs];
}

function yearly(
  spoken: Spoken,
  interval: number,
  day: NonNullable<Spoken['day']>,
): readonly Repeat[] | WhenProblem {
  if (day.is !== 'date' || day.year !== null || (spoken.unit !== undefined && spoken.unit !== 'year'))
    return 'unclear';
  // A leap year, because it has the 29th of February.
  const latest = Temporal.PlainYearMonth.from({ year: 2028, month: day.month }).daysInMonth;
  if (day.day < 1 || day.day > latest) return 'no-such-day';
  return [{ every: 'year', interval, month: day.month, day: day.day }];
}

function hourly({ unit }: Spoken): boolean {
  return unit === 'hour' || unit === 'minute';
}

/** Hours are counted from the given time, or from the next full hour. */
function hourlyTime({ clock }: Spoken, reader: Reader): { readonly hour: number; readonly minute: number } {
  if (clock !== undefined) return { hour: clock.hour % 24, minute: clock.minute ?? 0 };
  const { hour } = localAt(reader.now, reader.timeZone);
  return { hour, minute: 0 };
}
