import { dateOf, dayNumber, weekNumber } from '../../time/study-day.ts';
import type { Days } from './week.ts';
import { DAYS_A_WEEK } from '../../time/units.ts';

/** How a member's streak is counted: in days, or in weeks with any study. */
export const STREAK_UNITS = ['day', 'week'] as const;
export type StreakUnit = (typeof STREAK_UNITS)[number];

/** What changes how a streak is counted. */
export interface StreakRules {
  readonly unit: StreakUnit;
  /** Planned pauses. They may overlap. */
  readonly pauses: readonly Days[];
}

/**
 * What one study day means for a streak. `rest`: the forgiven day of its week. `free`: a day without study in a week
 * that counts as a whole. `open` says nothing: it is today before any study, or a day before the first study of all.
 */
export type DayKind = 'studied' | 'rest' | 'paused' | 'free' | 'missed' | 'open';

export interface StreakDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly kind: DayKind;
}

export interface Streak {
  readonly unit: StreakUnit;
  /** The days (or weeks) studied in the present streak, without rests and pauses. */
  readonly length: number;
  /** The first day studied in it, `YYYY-MM-DD`; null while its length is 0. */
  readonly began: string | null;
  /**
   * The missed days of one week that ended the streak before (`YYYY-MM-DD`), or the Monday of the week that did, in
   * weeks; empty if this is the first one.
   */
  readonly ended: readonly string[];
  /** The longest streak so far, counted in the same way. */
  readonly best: number;
  /** What would keep the streak going: study today, or this week. Null if nothing is needed. */
  readonly needs: StreakUnit | null;
  /** The last days, oldest first. The last one is today. */
  readonly recent: readonly StreakDay[];
}

const EVERY_DAY: StreakRules = { unit: 'day', pauses: [] };
const RECENT = 14;

/**
 * Computes a member's streak from the days on which they studied.
 *
 * In days: a streak is a run of days in which each week, Monday to Sunday, has at most one day without study: each
 * week forgives one rest day, whichever day it is. Today does not count as missed until it is over. In weeks: a streak
 * is a run of weeks with study on any day. This week does not count as missed until it is over.
 *
 * A day in a planned pause is never missed, and counts only if the member studies anyway. So another day of study or
 * of pause never makes a streak shorter, and a streak grows by at most one a day.
 * @param dates the days that count for them (`YYYY-MM-DD`), on any roadmap; days after today are left out
 * @param todaysDate the member's study day, see `currentDay`
 * @param shown how many of the last days are listed in `recent`
 */
export function streak(
  dates: Iterable<string>,
  todaysDate: string,
  rules: StreakRules = EVERY_DAY,
  shown = RECENT,
): Streak {
  const today = dayNumber(todaysDate);
  const studied = new Set(Array.from(dates, dayNumber).filter((day) => day <= today));
  const known: Known = { today, first: Math.min(today, ...studied), studied, paused: pausedBy(rules.pauses) };
  return rules.unit === 'day' ? ofDays(known, shown) : ofWeeks(known, shown);
}

/** The length of a streak in days. Each of its weeks is worth seven. */
export function inDays({ unit, length }: Pick<Streak, 'unit' | 'length'>): number {
  return unit === 'day' ? length : length * DAYS_A_WEEK;
}

/** Whether a day (`YYYY-MM-DD`) is within a planned pause. */
export function isPaused(pauses: readonly Days[], date: string): boolean {
  return pauses.some(({ from, to }) => from <= date && date <= to);
}

interface Known {
  /** Day numbers, as `studied`; `first` is the first day of study, or today. */
  readonly today: number;
  readonly first: number;
  readonly studied: ReadonlySet<number>;
  readonly paused: (day: number) => boolean;
}

function pausedBy(pauses: readonly Days[]): (day: number) => boolean {
  const spans = pauses.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  return (day) => spans.some(({ from, to }) => from <= day && day <= to);
}

function recentDays({ today }: Known, shown: number, kindOf: (day: number) => DayKind): readonly StreakDay[] {
  return Array.from({ length: shown }, (_, index) => today + index + 1 - shown).map((day) => ({
    date: dateOf(day),
    kind: kindOf(day),
  }));
}

function ofDays(known: Known, shown: number): Streak {
  const { today, first, studied, paused } = known;
  const runs = runsTo(known);
  const { from = today, days: length = 0, ended = [] } = runs[today - first] ?? {};
  const rests = new Set(restsOf(runs, known));
  const kindOf = (day: number): DayKind => {
    if (studied.has(day)) return 'studied';
    if (day < first) return 'open';
    if (paused(day)) return 'paused';
    if (day === today) return 'open';
    return rests.has(day) ? 'rest' : 'missed';
  };
  return {
    unit: 'day',
    length,
    began: length === 0 ? null : dateOf(studiedFrom(studied, from)),
    ended: ended.map(dateOf),
    best: runs.reduce((most, run) => Math.max(most, run.days), 0),
    needs: length > 0 && !studied.has(today) && !paused(today) ? 'day' : null,
    recent: recentDays(known, shown, kindOf),
  };
}

/**
 * The longest run that ends on a day: the day on which it begins, how many of its days were studied, and the two missed
 * days that it cannot contain both of; empty if it begins on the first day of all.
 */
interface Run {
  readonly from: number;
  readonly days: number;
  readonly ended: readonly number[];
}

/** The longest run that ends on each day, from the first day to today. */
function runsTo({ first, today, studied, paused }: Known): readonly Run[] {
  const runs: Run[] = [];
  const missedIn = new Map<number, number>();
  const studiedBefore = [0];
  let from = first;
  let ended: readonly number[] = [];
  for (let day = first; day <= today; day += 1) {
    studiedBefore.push((studiedBefore.at(-1) ?? 0) + (studied.has(day) ? 1 : 0));
    if (!studied.has(day) && !paused(day) && day !== today) {
      // After a second missed day of a week, the run can only begin after the first.
      const missed = missedIn.get(weekNumber(day));
      if (missed !== undefined) [from, ended] = [Math.max(from, missed + 1), [missed, day]];
      missedIn.set(weekNumber(day), day);
    }
    runs.push({ from, ended, days: (studiedBefore.at(-1) ?? 0) - (studiedBefore[from - first] ?? 0) });
  }
  return runs;
}

/** The missed days between the studied days of a run, or since the last studied day of the present run. */
function restsOf(runs: readonly Run[], { first, today, studied, paused }: Known): readonly number[] {
  const rests: number[] = [];
  let end = today;
  while (end >= first) {
    const run = runs[end - first];
    if (run !== undefined && run.days > 0) {
      for (let day = studiedFrom(studied, run.from); day <= end; day += 1)
        if (!studied.has(day) && !paused(day)) rests.push(day);
      end = run.from;
    }
    // Days that were missed after the end of a streak do not belong to it.
    do end -= 1;
    while (end >= first && !studied.has(end));
  }
  return rests;
}

/** The first studied day from a day on. There must be one. */
function studiedFrom(studied: ReadonlySet<number>, from: number): number {
  let day = from;
  while (!studied.has(day)) day += 1;
  return day;
}

/** A week is paused if so many of its days are, or its Saturday and Sunday. */
const MOST_OF_A_WEEK = 4;
const WEEKEND = [5, 6] as const;

function ofWeeks(known: Known, shown: number): Streak {
  const { today, first, studied, paused } = known;
  const studiedIn = new Set([...studied].map(weekNumber));
  const isPausedThen = (week: number): boolean => isWeekPaused(mondayOf(week), paused);
  const thisWeek = weekNumber(today);
  let [length, best, from] = [0, 0, first];
  let ended: readonly string[] = [];
  for (let week = weekNumber(first); week <= thisWeek; week += 1) {
    if (studiedIn.has(week)) {
      if (length === 0) from = mondayOf(week);
      length += 1;
    }
    if (!studiedIn.has(week) && week !== thisWeek && !isPausedThen(week)) {
      if (length > 0) ended = [dateOf(mondayOf(week))];
      length = 0;
    }
    best = Math.max(best, length);
  }
  const kindOf = (day: number): DayKind => {
    const week = weekNumber(day);
    if (studied.has(day)) return 'studied';
    if (day < first) return 'open';
    if (paused(day)) return 'paused';
    if (studiedIn.has(week) || isPausedThen(week)) return 'free';
    return week === thisWeek ? 'open' : 'missed';
  };
  const isNeeded = length > 0 && !studiedIn.has(thisWeek) && !isPausedThen(thisWeek);
  return {
    unit: 'week',
    length,
    began: length === 0 ? null : dateOf(studiedFrom(studied, from)),
    ended,
    best,
    needs: isNeeded ? 'week' : null,
    recent: recentDays(known, shown, kindOf),
  };
}

/** Whether planned pauses take the week of a Monday (`YYYY-MM-DD`): most of it, or its weekend. */
export function isPausedWeek(pauses: readonly Days[], monday: string): boolean {
  return isWeekPaused(dayNumber(monday), pausedBy(pauses));
}

function isWeekPaused(monday: number, paused: (day: number) => boolean): boolean {
  const days = Array.from({ length: DAYS_A_WEEK }, (_, index) => monday + index);
  return days.filter(paused).length >= MOST_OF_A_WEEK || WEEKEND.every((index) => paused(monday + index));
}

/** The day number of the Monday of a week, as `weekNumber` counts weeks. */
function mondayOf(week: number): number {
  let day = week * DAYS_A_WEEK;
  while (weekNumber(day) < week) day += 1;
  while (weekNumber(day - 1) === week) day -= 1;
  return day;
}
