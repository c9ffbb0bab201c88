import { dateOf, dayNumber, weekOf } from '../../time/study-day.ts';
import { withoutMassTicks } from '../progress/mass-ticks.ts';
import type { Finish } from '../progress/replay.ts';
import { isPausedWeek } from '../progress/streak.ts';
import type { Days } from '../progress/week.ts';
import { PACE_WEEKS } from './forecast.ts';

/** The last whole weeks of a member or of a group. */
export interface KnownWeeks {
  /** How many topics were finished in each, oldest first. */
  readonly weeks: readonly number[];
  /** The same on each weekday, Monday first. */
  readonly weekdays: readonly number[];
  /** What was finished in these weeks. */
  readonly finishes: readonly Finish[];
}

const WEEK = 7;

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
  const all = withoutMassTicks(finishes);
  const first = all.reduce((least, { date }) => (date < least ? date : least), today);
  const thisMonday = dayNumber(weekOf(today));
  const since = Math.max(
    Math.ceil((dayNumber(first) - thisMonday) / WEEK) * WEEK + thisMonday,
    thisMonday - PACE_WEEKS.most * WEEK,
  );
  const mondays: string[] = [];
  for (let monday = since; monday < thisMonday; monday += WEEK) {
    if (!isPausedWeek(pauses, dateOf(monday))) mondays.push(dateOf(monday));
  }
  const counted = new Set(mondays);
  const own = all.filter(({ date }) => counted.has(weekOf(date)));
  const byWeek = Map.groupBy(own, ({ date }) => weekOf(date));
  return {
    weeks: mondays.map((monday) => byWeek.get(monday)?.length ?? 0),
    weekdays: Array.from(
      { length: WEEK },
      (_, day) => own.filter(({ date }) => dayNumber(date) - dayNumber(weekOf(date)) === day).length,
    ),
    finishes: own,
  };
}

/** The Mondays of the coming weeks, this one included, that planned pauses take. */
export function pausedWeeks(pauses: readonly Days[], today: string): readonly string[] {
  const mondays = new Set<string>();
  for (const { from, to } of pauses) {
    for (let day = dayNumber(weekOf(from)); day <= dayNumber(to); day += WEEK) mondays.add(dateOf(day));
  }
  return [...mondays].filter((monday) => monday >= weekOf(today) && isPausedWeek(pauses, monday));
}
