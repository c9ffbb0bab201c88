import { DAY, MINUTE } from '../../time/units.ts';

/**
 * The last of some times of day before an instant; both in epoch ms.
 * @param at times of day in UTC, as minutes since midnight
 */
export function lastDue(at: readonly number[], now: number): number {
  const today = Math.floor(now / DAY) * DAY;
  const all = [today - DAY, today].flatMap((day) => at.map((minute) => day + minute * MINUTE));
  return Math.max(...all.filter((instant) => instant <= now));
}
