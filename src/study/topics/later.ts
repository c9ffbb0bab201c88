import { type Clock, dayBounds, studyDay } from '../../time/study-day.ts';

/** A date that is more years ahead is a typing mistake and not a plan. */
const YEARS_AHEAD = 5;

/**
 * When a topic that is put off until a day comes back: at the beginning of that day on the member's clock.
 * @param day `YYYY-MM-DD`
 * @param now epoch milliseconds
 * @returns epoch milliseconds; null if the day is not in the future, or too far ahead
 */
export function backOn(day: string, clock: Clock, now: number): number | null {
  const today = todayOf(now, clock);
  const furthest = today.add({ years: YEARS_AHEAD });
  const isAhead = Temporal.PlainDate.compare(day, today) > 0 && Temporal.PlainDate.compare(day, furthest) < 0;
  return isAhead ? dayBounds(day, clock.timeZone, clock.dayStart).from : null;
}

/** The member's study day (`YYYY-MM-DD`) a number of days after today. `now`: epoch milliseconds. */
export function dayAhead(days: number, clock: Clock, now: number): string {
  return todayOf(now, clock).add({ days }).toString();
}

function todayOf(now: number, { timeZone, dayStart }: Clock): Temporal.PlainDate {
  return Temporal.PlainDate.from(studyDay(now, timeZone, dayStart));
}
