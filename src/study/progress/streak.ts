import { dateOf, dayNumber, weekNumber } from '../../time/study-day.ts';

/**
 * One study day in a streak. `open` says nothing: it is today before any study, or a day before the first study of
 * all.
 */
interface StreakDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly kind: 'studied' | 'rest' | 'missed' | 'open';
}

export interface Streak {
  /** The days studied in the present streak, without rests. */
  readonly days: number;
  /** The longest streak so far, counted in the same way. */
  readonly best: number;
  /** Whether the member has studied today. */
  readonly today: boolean;
  /** The last 14 days, oldest first. The last one is today. */
  readonly recent: readonly StreakDay[];
}

const RECENT = 14;

/**
 * Computes a member's streak from the days on which they studied.
 *
 * A streak is a run of days in which each week, Monday to Sunday, has at most one day without study: each week
 * forgives one rest day, whichever day it is. Today does not count as missed until it is over. So another day of
 * study never makes a streak shorter, and a streak grows by at most one a day.
 * @param dates the days that count for them (`YYYY-MM-DD`), on any roadmap; days after today are left out
 * @param todaysDate the member's study day, see `currentDay`
 */
export function streak(dates: Iterable<string>, todaysDate: string): Streak {
  const today = dayNumber(todaysDate);
  const studied = new Set(Array.from(dates, dayNumber).filter((day) => day <= today));
  const first = Math.min(today, ...studied);
  const runs = runsTo(first, today, studied);

  const last = runs[today - first] ?? { from: today, days: 0 };
  const rests = new Set(restsOf(runs, first, today, studied));
  const kindOf = (day: number): StreakDay['kind'] => {
    if (studied.has(day)) return 'studied';
    if (day === today || day < first) return 'open';
    return rests.has(day) ? 'rest' : 'missed';
  };
  return {
    days: last.days,
    best: runs.reduce((most, run) => Math.max(most, run.days), 0),
    today: studied.has(today),
    recent: Array.from({ length: RECENT }, (_, index) => today + index + 1 - RECENT).map((day) => ({
      date: dateOf(day),
      kind: kindOf(day),
    })),
  };
}

/** The longest run that ends on a day: the day on which it begins, and how many of its days were studied. */
interface Run {
  readonly from: number;
  readonly days: number;
}

/** The longest run that ends on each day, from the first day to today. */
function runsTo(first: number, today: number, studied: ReadonlySet<number>): readonly Run[] {
  const runs: Run[] = [];
  const missedIn = new Map<number, number>();
  const studiedBefore = [0];
  let from = first;
  for (let day = first; day <= today; day += 1) {
    studiedBefore.push((studiedBefore.at(-1) ?? 0) + (studied.has(day) ? 1 : 0));
    if (!studied.has(day) && day !== today) {
      // This is the second missed day of its week, so the run can only begin after the first.
      from = Math.max(from, (missedIn.get(weekNumber(day)) ?? -Infinity) + 1);
      missedIn.set(weekNumber(day), day);
    }
    runs.push({ from, days: (studiedBefore.at(-1) ?? 0) - (studiedBefore[from - first] ?? 0) });
  }
  return runs;
}

/** The missed days between the studied days of a run, or since the last studied day of the present run. */
function restsOf(
  runs: readonly Run[],
  first: number,
  today: number,
  studied: ReadonlySet<number>,
): readonly number[] {
  const rests: number[] = [];
  let end = today;
  while (end >= first) {
    const run = runs[end - first];
    if (run !== undefined && run.days > 0) {
      let day = run.from;
      while (!studied.has(day)) day += 1;
      for (; day <= end; day += 1) if (!studied.has(day)) rests.push(day);
      end = run.from;
    }
    // Days that were missed after the end of a streak do not belong to it.
    do end -= 1;
    while (end >= first && !studied.has(end));
  }
  return rests;
}
