import type { MemoRepeat } from '../../store/memos/memo.ts';
import type { Repeat } from '../../time/when/repeat.ts';
import type { Words } from '../../words/index.ts';
import { dayName } from '../time.ts';

const WORKDAYS = '1,2,3,4,5';
/** A Monday. The other weekdays are counted from it. */
const A_MONDAY = Temporal.PlainDate.from('2024-01-01');
/** It has a 29 February. */
const LEAP_YEAR = 2024;

/** How something repeats, in words: `every Monday and Wednesday at 07:00`. */
export function repeatText(words: Words, { repeat, time }: Omit<MemoRepeat, 'from'>): string {
  const say = words.memo.every;
  const { interval } = repeat;
  switch (repeat.every) {
    case 'minute':
      return say.minutes(interval);
    case 'hour':
      return say.hours(interval);
    case 'day':
      return say.days(interval, time);
    case 'week': {
      if (interval === 1 && repeat.weekdays.join(',') === WORKDAYS) return say.workdays(time);
      return say.weeks(
        interval,
        repeat.weekdays.map((day) => weekdayName(words, day)),
        time,
      );
    }
    case 'month':
      return monthText(words, repeat, time);
    case 'year': {
      const date = Temporal.PlainDate.from({ year: LEAP_YEAR, month: repeat.month, day: repeat.day });
      return say.year(
        interval,
        dayName(date.toString(), words.locale, { day: 'numeric', month: 'long' }),
        time,
      );
    }
  }
}

function monthText(words: Words, repeat: Extract<Repeat, { readonly every: 'month' }>, time: string): string {
  const say = words.memo.every;
  if ('nth' in repeat) {
    return say.monthWeekday(repeat.interval, repeat.nth, weekdayName(words, repeat.weekday), time);
  }
  if (repeat.day === -1) return say.lastDay(repeat.interval, time);
  return repeat.shortMonths === 'last-day'
    ? say.monthEnd(repeat.interval, repeat.day, time)
    : say.monthDay(repeat.interval, repeat.day, time);
}

function weekdayName({ locale }: Words, weekday: number): string {
  const name = dayName(A_MONDAY.add({ days: weekday - 1 }).toString(), locale, { weekday: 'long' });
  // Within a sentence, Turkish writes weekdays with a small letter, and English with a capital.
  return locale.startsWith('en') ? name : name.toLocaleLowerCase(locale);
}
