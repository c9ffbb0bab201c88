import type { Words } from '../../words/index.ts';
import { dayName } from '../time.ts';

/** From Monday to Sunday, as ISO 8601 counts them. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** `every day`, or the names of the days. */
export function daysText(words: Words, days: readonly number[]): string {
  if (days.length === WEEKDAYS.length) return words.setup.everyDay;
  return words.list(days.map((day) => weekdayName(words, day, 'short')));
}

/** The names are those of any week; this one begins with a Monday. */
export function weekdayName(words: Words, day: number, weekday: 'long' | 'short'): string {
  return dayName(`2024-01-0${day}`, words.locale, { weekday });
}
