import { dateOf, dayNumber, weekOf } from '../../time/study-day.ts';
import { withoutMassTicks } from '../progress/mass-ticks.ts';
import type { Finish } from '../progress/replay.ts';
import { isPausedWeek } from '../progress/streak.ts';
import type { Days } from '../progress/week.ts';
import { PACE_WEEKS } from './forecast.ts';
import { DAYS_A_WEEK } from '../../time/units.ts';

/** The last whole weeks of a member or of a group. */
export interface KnownWeeks {
  /** How many topics were finished in each, oldest first. */
  readonly weeks: readonly number[];
  /** The same on each weekday, Monday first. */
  readonly weekdays: readonly number[];
  /** What was finished in these weeks. */
  readonly finishes: readonly Finish[];
}

/**
 * Counts the last whole weeks, from the first Monday since something was finished. Mass ticks do not count, and weeks of
 * a planned pause are left out.
 * @param today `YYYY-MM-DD`
 */
export function knownWeeks(
  finishes: readonly Finish[],
  today: string,
  pauses: readonly Days[] = [],
): KnownWeeks {
  return weeksOf(withoutMassTicks(finishes), today, pauses);
}

/** The same of what was finished by studying, see `withoutMassTicks`. */
export function weeksOf(all: readonly Finish[], today: string, pauses: readonly Days[] = []): KnownWeeks {
  const first = all.reduce((least, { date }) => (date < least ? date : least), today);
  const thisMonday = dayNumber(weekOf(today));
  const since = Math.max(
    Math.ceil((dayNumber(first) - thisMonday) / DAYS_A_WEEK) * DAYS_A_WEEK + thisMonday,
    thisMonday - PACE_WEEKS.most * DAYS_A_WEEK,
  );
  const mondays: string[] = [];
  for (let monday = since; monday < thisMonday; monday += DAYS_A_WEEK) {
    if (!isPausedWeek(pauses, dateOf(monday))) mondays.push(dateOf(monday));
  }
  const counted = new Set(mondays);
  const weeks = new Map(mondays.map((monday) => [monday, 0]));
  const weekdays = Array<number>(DAYS_A_WEEK).fill(0);
  const own: Finish[] = [];
  // Many topics are finished on the same day, so each day is worked out once.
  const days = new Map<string, { readonly monday: string; readonly weekday: number }>();
  for (const finish of all) {
    const { monday, weekday } = days.getOrInsertComputed(finish.date, placeOf);
    if (!counted.has(monday)) continue;
    own.push(finish);
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
    weekdays[weekday] = (weekdays[weekday] ?? 0) + 1;
  }
  return { weeks: [...weeks.values()], weekdays, finishes: own };
}

/** The Monday of a day's week, and its weekday counted from Monday as 0. */
function placeOf(date: string): { readonly monday: string; readonly weekday: number } {
  const monday = weekOf(date);
  return { monday, weekday: dayNumber(date) - dayNumber(monday) };
}

/** The Mondays of the coming weeks, this one included, that planned pauses take. */
export function pausedWeeks(pauses: readonly Days[], today: string): readonly string[] {
  const mondays = new Set<string>();
  for (const { from, to } of pauses) {
    for (let day = dayNumber(weekOf(from)); day <= dayNumber(to); day += DAYS_A_WEEK)
      mondays.add(dateOf(day));
  }
  return [...mondays].filter((monday) => monday >= weekOf(today) && isPausedWeek(pauses, monday));
}
