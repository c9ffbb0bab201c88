import { dayNumber } from '../../time/study-day.ts';

/** What a group has to do each week to be done on a date. */
export interface Target {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Weeks until then, at least one; 0 once the date is over. */
  readonly weeks: number;
  /** Topics a week, of all together and of each, rounded up. */
  readonly together: number;
  readonly each: number;
}

/** How far ahead a target may be, in days. */
const FURTHEST = 3_660;

/** Whether a date (`YYYY-MM-DD`) can be a target: after today, and within ten years. */
export function isTarget(date: string, today: string): boolean {
  const ahead = dayNumber(date) - dayNumber(today);
  return ahead > 0 && ahead <= FURTHEST;
}

/**
 * What is to be done each week until a date, that day included.
 * @param left the topics that are left for all `people` together
 */
export function targetOf(date: string, today: string, left: number, people: number): Target {
  const days = dayNumber(date) - dayNumber(today);
  const weeks = days <= 0 ? 0 : Math.max(1, days / 7);
  const together = weeks === 0 ? 0 : Math.ceil(left / weeks);
  return { date, weeks: Math.round(weeks), together, each: people === 0 ? 0 : Math.ceil(together / people) };
}
