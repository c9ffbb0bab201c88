import type { Lexicon } from './lexicon.ts';
import { mondayOf } from '../local.ts';
import type { SaidDay, Spoken } from './said.ts';
import { repeatsOf } from './repeats.ts';
import { instantOf, isAfterMidnight, isTimeSaid, timesOf } from './times.ts';
import { type Once, type Reader, type Repeated, todayOf, type WhenProblem } from './meaning.ts';
import { MINUTE } from '../units.ts';

/** Nobody needs a reminder that comes sooner than this, in minutes. */
const SHORTEST = 1;

/** The times that may be meant, if it does not repeat. */
export function onceOf(
  spoken: Spoken,
  reader: Reader,
  lexicon: Lexicon,
): readonly (Once | Repeated)[] | WhenProblem {
  if (spoken.except !== undefined || spoken.unit !== undefined) return 'unclear';
  if (spoken.ago !== undefined) return 'past';
  if (spoken.after !== undefined) return afterNow(spoken, reader);
  if (spoken.dotted !== undefined) return dateOrTime(spoken, spoken.dotted, reader, lexicon);
  const days = daysOf(spoken, reader, lexicon);
  if (typeof days === 'string') return days;
  if (days === null) return isTimeSaid(spoken) ? nextTimes(spoken, reader) : 'unclear';
  return onDays(days, spoken, reader);
}

/** The days that may be meant. `repeats`: a named weekday is the one of next week if its time is over today. */
interface Days {
  readonly dates: readonly Temporal.PlainDate[];
  readonly repeats: boolean;
}

function daysOf(spoken: Spoken, reader: Reader, lexicon: Lexicon): Days | null | WhenProblem {
  const today = todayOf(reader);
  const { day, weekdays, which, monthDay, nextMonth, nth } = spoken;
  if (nth !== undefined && (nth < -1 || nth > 4)) return 'unclear';
  if (day !== undefined) {
    const dates = datesOf(day, today, lexicon);
    if (dates.length === 0) return 'no-such-day';
    if (monthDay !== undefined || nextMonth !== undefined || nth !== undefined) return 'unclear';
    if (which !== undefined) {
      // `haftaya bugün`
      const isFromToday = which === 'next-week' && day.is === 'ahead' && weekdays === undefined;
      return isFromToday ? { dates: dates.map((date) => date.add({ days: 7 })), repeats: false } : 'unclear';
    }
    // In `Friday, 27 November`, both have to be true.
    const fitting =
      weekdays === undefined ? dates : dates.filter((date) => weekdays.includes(date.dayOfWeek));
    return fitting.length === 0 ? 'no-such-day' : { dates: fitting, repeats: false };
  }
  if (nth !== undefined) return nthWeekday(spoken, nth, today);
  if (monthDay !== undefined || nextMonth !== undefined) return dayOfMonth(spoken, today);
  if (weekdays !== undefined) return namedWeekdays(weekdays, which, today);
  if (which === 'next-week') {
    // Its first day, or a week from now.
    return { dates: [mondayOf(today).add({ days: 7 }), today.add({ days: 7 })], repeats: false };
  }
  return null;
}

function datesOf(day: SaidDay, today: Temporal.PlainDate, lexicon: Lexicon): readonly Temporal.PlainDate[] {
  if (day.is === 'ahead') return [today.add({ days: day.days })];
  if (day.is === 'date') return dateIn(day.day, day.month, day.year, today);
  const dayFirst = dateIn(day.a, day.b, day.year, today);
  const monthFirst = dateIn(day.b, day.a, day.year, today);
  if (!lexicon.monthMayComeFirst) return dayFirst;
  return day.a === day.b ? dayFirst : [...dayFirst, ...monthFirst];
}

/** A date of the given year, or the next such date. None if the calendar has no such day. */
function dateIn(
  day: number,
  month: number,
  year: number | null,
  today: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const years = year === null ? Array.from({ length: 9 }, (_, more) => today.year + more) : [year];
  const found = years.flatMap((each) => dateOf(each, month, day));
  const next = year === null ? found.find((date) => Temporal.PlainDate.compare(date, today) >= 0) : found[0];
  return next === undefined ? [] : [next];
}

/** The date, in a list. Empty if the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): readonly Temporal.PlainDate[] {
  try {
    return [Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })];
  } catch {
    return [];
  }
}

function nthWeekday(
  { weekdays = [], ofMonth, nextMonth }: Spoken,
  nth: number,
  today: Temporal.PlainDate,
): Days | WhenProblem {
  const [weekday, ...more] = weekdays;
  if (weekday === undefined || more.length > 0) return 'unclear';
  // `last Monday` by itself is over.
  if (ofMonth === undefined && nextMonth === undefined) return 'unclear';
  const months = nextMonth === true ? [1] : [0, 1];
  const dates = months.map((ahead) => {
    const first = today.with({ day: 1 }).add({ months: ahead });
    if (nth === -1) {
      const last = first.with({ day: first.daysInMonth });
      return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
    }
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
  });
  const next = dates.find((date) => Temporal.PlainDate.compare(date, today) >= 0);
  return next === undefined ? 'unclear' : { dates: [next], repeats: false };
}

function dayOfMonth(
  { monthDay, nextMonth, weekdays }: Spoken,
  today: Temporal.PlainDate,
): Days | WhenProblem {
  if (weekdays !== undefined) return 'unclear';
  const next = today.with({ day: 1 }).add({ months: 1 });
  // `next month`: its first day, or a month from now.
  if (monthDay === undefined) return { dates: [next, today.add({ months: 1 })], repeats: false };
  const months =
    nextMonth === true
      ? [next]
      : Array.from({ length: 12 }, (_, ahead) => today.with({ day: 1 }).add({ months: ahead }));
  const dates = months.flatMap((month) =>
    dateOf(month.year, month.month, monthDay === -1 ? month.daysInMonth : monthDay),
  );
  const found = dates.find((date) => Temporal.PlainDate.compare(date, today) >= 0);
  return found === undefined ? 'no-such-day' : { dates: [found], repeats: false };
}

function namedWeekdays(weekdays: readonly number[], which: Spoken['which'], today: Temporal.PlainDate): Days {
  const coming = weekdays.map((weekday) => today.add({ days: (weekday - today.dayOfWeek + 7) % 7 }));
  if (which === undefined) return { dates: coming, repeats: true };
  if (which === 'next-week') {
    return { dates: weekdays.map((weekday) => mondayOf(today).add({ days: 6 + weekday })), repeats: false };
  }
  // "Next Friday" is the coming one for some, and the one after it for others.
  const ahead = coming.map((date) => (date.equals(today) ? date.add({ days: 7 }) : date));
  return { dates: ahead.flatMap((date) => [date, date.add({ days: 7 })]), repeats: false };
}

function onDays(
  { dates, repeats }: Days,
  spoken: Spoken,
  reader: Reader,
): readonly (Once | Repeated)[] | WhenProblem {
  const times = timesOf(spoken, reader.usualHour);
  if (times.length === 0) return 'unclear';
  const isTonight = spoken.day?.is === 'ahead' && spoken.day.days === 0;
  const found = dates.flatMap((date) =>
    times.flatMap((time) => {
      // The night of a named day begins on that day, so its hours after midnight may also be those before the day.
      const both =
        isAfterMidnight(time) && !isTonight
          ? [date, date.add({ days: 1 })]
          : [date.add({ days: time.daysLater })];
      return both.flatMap((each) => {
        const at = instantOf(each, time, reader);
        if (at > reader.now) return [{ is: 'once' as const, at }];
        return repeats ? [{ is: 'once' as const, at: instantOf(each.add({ days: 7 }), time, reader) }] : [];
      });
    }),
  );
  if (found.length === 0) return 'past';
  // Several weekdays without "every" are ambiguous, and only the member knows which one is meant.
  const isList = (spoken.weekdays?.length ?? 0) > 1 && spoken.day === undefined && spoken.which === undefined;
  const again = isList ? repeatsOf({ ...spoken, every: true }, reader) : [];
  return typeof again === 'string' || again.length === 0 ? found : [...again, earliest(found)];
}

function earliest(found: readonly Once[]): Once {
  return found.reduce((first, each) => (each.at < first.at ? each : first));
}

/** A time without a day is the next such time. */
function nextTimes(spoken: Spoken, reader: Reader): readonly Once[] | WhenProblem {
  const today = todayOf(reader);
  const times = timesOf(spoken, reader.usualHour);
  const found = times.map((time) => {
    const at = instantOf(today, time, reader);
    return {
      is: 'once' as const,
      at: at > reader.now ? at : instantOf(today.add({ days: 1 }), time, reader),
    };
  });
  return found.length === 0 ? 'unclear' : found;
}

/** `10.11` is a date or a time. The rest of the text decides, or the member is asked. */
function dateOrTime(
  spoken: Spoken,
  { a, b, length }: NonNullable<Spoken['dotted']>,
  reader: Reader,
  lexicon: Lexicon,
): readonly (Once | Repeated)[] | WhenProblem {
  const { dotted: _dotted, ...rest } = spoken;
  const asDate = (): ReturnType<typeof onceOf> =>
    onceOf({ ...rest, day: { is: 'either', a, b, year: null } }, reader, lexicon);
  const asTime = (): ReturnType<typeof onceOf> =>
    onceOf({ ...rest, clock: { hour: a, minute: b, length, pm: null } }, reader, lexicon);
  const isTime = a <= 23 && b <= 59;
  const isDaySaid = spoken.day !== undefined || spoken.which !== undefined || spoken.monthDay !== undefined;
  if (spoken.clock !== undefined) return asDate();
  if (isDaySaid || spoken.weekdays !== undefined) return isTime ? asTime() : 'unclear';
  // Only figures with a slash are ever written with the month first: `12.30` is a time.
  if (dateIn(a, b, null, todayOf(reader)).length === 0) {
    return isTime ? asTime() : 'no-such-day';
  }
  if (!isTime || spoken.part !== undefined) return spoken.part !== undefined && isTime ? asTime() : asDate();
  const [date, time] = [asDate(), asTime()];
  return [...(typeof date === 'string' ? [] : date), ...(typeof time === 'string' ? [] : time)];
}

/**
 * Hours and minutes are real time. Days are counted on the calendar, and get the usual hour if the text has no time.
 */
function afterNow(spoken: Spoken, reader: Reader): readonly Once[] | WhenProblem {
  const { after, day, weekdays = [], which, monthDay, nextMonth, dotted } = spoken;
  if (after === undefined || weekdays.length > 1) return 'unclear';
  if (day ?? which ?? monthDay ?? nextMonth) return 'unclear';
  const [weekday] = weekdays;
  if (weekday !== undefined && (after.days === 0 || after.days % 7 !== 0 || after.minutes > 0))
    return 'unclear';
  const { minutes, days, months } = after;
  const isCalendar = days > 0 || months > 0;
  if (!Number.isInteger(months) || !Number.isFinite(minutes)) return 'unclear';
  const isTime = isTimeSaid(spoken) || dotted !== undefined;
  if (!isCalendar) {
    if (isTime || minutes < SHORTEST) return 'unclear';
    return [{ is: 'once', at: reader.now + Math.round(minutes) * MINUTE }];
  }
  if (minutes > 0 || !Number.isInteger(days)) {
    if (isTime || months > 0) return 'unclear';
    return [{ is: 'once', at: reader.now + Math.round(minutes + days * 24 * 60) * MINUTE }];
  }
  if (days > 99_999 || months > 9_999) return 'too-far';
  const counted = todayOf(reader).add({ days, months });
  // `in 2 weeks on Friday` is the Friday of that week.
  const date = weekday === undefined ? counted : mondayOf(counted).add({ days: weekday - 1 });
  const said: Spoken =
    dotted === undefined
      ? spoken
      : { clock: { hour: dotted.a, minute: dotted.b, length: dotted.length, pm: null } };
  const times = timesOf(said, reader.usualHour);
  if (times.length === 0) return 'unclear';
  return times.map((time) => ({
    is: 'once',
    at: instantOf(date.add({ days: time.daysLater }), time, reader),
  }));
}
