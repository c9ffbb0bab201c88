import { dateOf, dayNumber, weekOf } from '../../time/study-day.ts';
import type { Finish } from './replay.ts';

/** A member's study on a study day. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Topics that they studied, each counted once. */
  readonly touched: number;
  /** Topics that they finished then, and that are still done. */
  readonly finished: number;
}

/** Half a year. */
export const CALENDAR_WEEKS = 26;

/**
 * The days of the last 26 weeks, oldest first. They begin with a Monday and end with today.
 * @param touched how many topics the member studied on each day (`YYYY-MM-DD`); days without study are left out
 * @param finishes the topics that they finished, and that are still done
 * @param today the member's study day
 */
export function calendar(
  touched: ReadonlyMap<string, number>,
  finishes: readonly Finish[],
  today: string,
): readonly CalendarDay[] {
  const first = dayNumber(weekOf(today)) - 7 * (CALENDAR_WEEKS - 1);
  const finished = Map.groupBy(finishes, ({ date }) => date);
  const days = Array.from({ length: dayNumber(today) - first + 1 }, (_, index) => dateOf(first + index));
  return days.map((date) => ({
    date,
    touched: touched.get(date) ?? 0,
    finished: finished.get(date)?.length ?? 0,
  }));
}

/** How many of the days had any study. */
export function daysStudied(days: readonly CalendarDay[]): number {
  return days.filter(({ touched }) => touched > 0).length;
}
