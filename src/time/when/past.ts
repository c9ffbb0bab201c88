import type { Lexicon } from './lexicon.ts';
import { type Reader, todayOf } from './meaning.ts';
import { dateOf } from './once.ts';
import type { SaidDay, Spoken, Stretch } from './said.ts';
import { spokenIn } from './spoken.ts';
import { instantOf, isTimeSaid, timesOf } from './times.ts';
import { tokensOf } from './tokens.ts';
import { MINUTE } from '../units.ts';

/**
 * The meaning of a text about a time that is over. `days`: it names only a day; `moments`: it names a time, in epoch
 * milliseconds. If there are several, the text has several meanings, the latest first.
 */
export type Past =
  | { readonly is: 'days'; readonly dates: readonly string[] }
  | { readonly is: 'moments'; readonly at: readonly number[] };

/** Why a text cannot be used: it is not understood, means a time to come, or names a day that does not exist. */
export type PastProblem = 'unclear' | 'ahead' | 'no-such-day';

/**
 * Reads a time that is over: `yesterday`, `monday 18:30`, `2 hours ago`, `dün akşam`. Nothing is guessed: a text with
 * an unknown word is unclear.
 * @param lexicons of the languages in which the person may write, their own first
 */
export function readPast(
  text: string,
  reader: Omit<Reader, 'usualHour'>,
  lexicons: readonly Lexicon[],
): Past | PastProblem {
  let problem: PastProblem = 'unclear';
  for (const lexicon of lexicons) {
    const tokens = tokensOf(text, lexicon);
    const spoken = tokens === null || tokens.length === 0 ? null : spokenIn(tokens);
    if (spoken === null) continue;
    const found = pastOf(spoken, { ...reader, usualHour: 0 }, lexicon);
    if (typeof found !== 'string') return found;
    if (problem === 'unclear') problem = found;
  }
  return problem;
}

function pastOf(spoken: Spoken, reader: Reader, lexicon: Lexicon): Past | PastProblem {
  if (spoken.after !== undefined || spoken.which !== undefined || spoken.nextMonth !== undefined)
    return 'ahead';
  if (spoken.every ?? spoken.unit ?? spoken.except ?? spoken.monthDay ?? spoken.ofMonth) return 'unclear';
  if (spoken.ago !== undefined) return agoOf(spoken, spoken.ago, reader);
  if (spoken.dotted !== undefined) return dottedOf(spoken, spoken.dotted, reader, lexicon);
  const today = todayOf(reader);
  const dates = datesOf(spoken, today, lexicon);
  if (typeof dates === 'string') return dates;
  if (dates !== null) return isTimeSaid(spoken) ? momentsOn(dates, spoken, reader) : daysOf(dates);
  if (!isTimeSaid(spoken)) return 'unclear';
  // A time without a day means the last such time.
  return momentsOn([today, today.subtract({ days: 1 })], spoken, reader, 1);
}

function agoOf(spoken: Spoken, { minutes, days, months }: Stretch, reader: Reader): Past | PastProblem {
  const others = Object.keys(spoken).filter((slot) => !['ago', 'clock', 'part'].includes(slot));
  if (others.length > 0 || !Number.isInteger(months)) return 'unclear';
  if (months > 9_999 || days > 99_999) return 'no-such-day';
  if (minutes > 0 || !Number.isInteger(days)) {
    const at = reader.now - Math.round((minutes + days * 24 * 60) * MINUTE);
    return isTimeSaid(spoken) || months > 0 ? 'unclear' : { is: 'moments', at: [at] };
  }
  const date = todayOf(reader).subtract({ days, months });
  return isTimeSaid(spoken) ? momentsOn([date], spoken, reader) : daysOf([date]);
}

/**
 * Reads `10.11` as a time if possible and if the text has no other time. As a date it would be months ago, and nobody
 * adds study that late.
 */
function dottedOf(
  spoken: Spoken,
  { a, b, length }: NonNullable<Spoken['dotted']>,
  reader: Reader,
  lexicon: Lexicon,
): Past | PastProblem {
  const { dotted: _dotted, ...rest } = spoken;
  const isTime = a <= 23 && b <= 59 && spoken.clock === undefined;
  const said: Spoken = isTime
    ? { ...rest, clock: { hour: a, minute: b, length, pm: null } }
    : { ...rest, day: { is: 'either', a, b, year: null } };
  return pastOf(said, reader, lexicon);
}

/** The days that the text may mean, the latest first. Null if it names no day. */
function datesOf(
  { day, weekdays, nth }: Spoken,
  today: Temporal.PlainDate,
  lexicon: Lexicon,
): readonly Temporal.PlainDate[] | null | PastProblem {
  if (nth !== undefined && nth !== -1) return 'unclear';
  if (day !== undefined) {
    const found = namedDates(day, today, lexicon);
    const fitting =
      weekdays === undefined ? found : found.filter(({ dayOfWeek }) => weekdays.includes(dayOfWeek));
    if (fitting.length === 0) return 'no-such-day';
    const over = fitting.filter((date) => Temporal.PlainDate.compare(date, today) <= 0);
    return over.length === 0 ? 'ahead' : over.toSorted((a, b) => Temporal.PlainDate.compare(b, a));
  }
  if (weekdays === undefined) return null;
  const [weekday, ...more] = weekdays;
  if (weekday === undefined || more.length > 0) return 'unclear';
  const back = (today.dayOfWeek - weekday + 7) % 7;
  // `last Monday` is before today. `Monday` may also be today.
  return [today.subtract({ days: back === 0 && nth === -1 ? 7 : back })];
}

function namedDates(
  day: SaidDay,
  today: Temporal.PlainDate,
  lexicon: Lexicon,
): readonly Temporal.PlainDate[] {
  if (day.is === 'ahead') return [today.add({ days: day.days })];
  if (day.is === 'date') return lastDate(day.day, day.month, day.year, today);
  const dayFirst = lastDate(day.a, day.b, day.year, today);
  if (!lexicon.monthMayComeFirst || day.a === day.b) return dayFirst;
  return [...dayFirst, ...lastDate(day.b, day.a, day.year, today)];
}

/** The date in the given year. Without a year, the last such date up to today. */
function lastDate(
  day: number,
  month: number,
  year: number | null,
  today: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  if (year !== null) return dateOf(year, month, day);
  const dates = [today.year, today.year - 1].flatMap((each) => dateOf(each, month, day));
  return dates.filter((date) => Temporal.PlainDate.compare(date, today) <= 0).slice(0, 1);
}

function daysOf(dates: readonly Temporal.PlainDate[]): Past {
  return { is: 'days', dates: [...new Set(dates.map(String))] };
}

/** The times on these dates that are over, the latest first. `most`: how many of the dates are used at most. */
function momentsOn(
  dates: readonly Temporal.PlainDate[],
  spoken: Spoken,
  reader: Reader,
  most = Number.POSITIVE_INFINITY,
): Past | PastProblem {
  const times = timesOf(spoken, reader.usualHour);
  if (times.length === 0) return 'unclear';
  const byDate = dates.map((date) =>
    times
      .map((time) => instantOf(date.add({ days: time.daysLater }), time, reader))
      .filter((at) => at <= reader.now),
  );
  const over = byDate.filter((moments) => moments.length > 0).slice(0, most);
  const moments = [...new Set(over.flat())].toSorted((a, b) => b - a);
  return moments.length === 0 ? 'ahead' : { is: 'moments', at: moments };
}
