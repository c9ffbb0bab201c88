import { dayNumber } from '../../time/study-day.ts';
import type { Days } from './week.ts';

/** The longest pause, and how far ahead one may begin, in days. */
const PAUSE_LIMITS = { days: 180, ahead: 366 } as const;

/** Why a pause cannot be planned. */
export type PauseProblem = 'past' | 'order' | 'long' | 'far';

/**
 * Checks a pause that a member wants to plan. It has to begin today or later, so that nobody mends a streak that has
 * ended.
 * @param today the member's study day, `YYYY-MM-DD`
 */
export function pauseProblem({ from, to }: Days, today: string): PauseProblem | null {
  if (from < today) return 'past';
  if (to < from) return 'order';
  if (dayNumber(to) - dayNumber(from) >= PAUSE_LIMITS.days) return 'long';
  return dayNumber(from) - dayNumber(today) > PAUSE_LIMITS.ahead ? 'far' : null;
}
