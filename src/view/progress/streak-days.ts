import { weekOf } from '../../time/study-day.ts';
import { type CalendarDay, daysStudied } from '../../study/progress/calendar.ts';
import type { Words } from '../../words/index.ts';
import { dayName } from '../time.ts';
import type { ProgressReport } from './report.ts';

/** Rest days are named for so many days, so that the weekday alone is clear. */
const NAMED_DAYS = 7;

/** After fewer days of study, a line about the half year would say little. */
const LEAST_DAYS = 8;

/** This week compared to the last one, its days of study, the streak, and its rest days. */
export function daysLines(
  words: Words,
  { streak, week, calendar }: Pick<ProgressReport, 'streak' | 'week' | 'calendar'>,
): readonly string[] {
  const { progress } = words;
  const { days, best, today, recent } = streak;
  const lasts = days > 0;
  const rests = recent.slice(-NAMED_DAYS).filter(({ kind }) => lasts && kind === 'rest');
  const named = rests.map(({ date }) => dayName(date, words.locale, { weekday: 'long' }));
  const ever = daysStudied(calendar);
  return [
    progress.week(week.finished, week.before),
    weekLine(words, calendar),
    lasts ? progress.streak(days, best) : progress.noStreak(best),
    lasts && !today ? `-# ${progress.todayOpen}` : '',
    named.length === 0 ? '' : `-# ${progress.rested(words.list(named))}`,
    ever < LEAST_DAYS ? '' : `-# ${words.progressAlt.halfYear(ever, calendar.length)}`,
  ];
}

/** `Studied: Mon 2 · Tue`: the days of this week with the topics finished on each. Null before the first of them. */
function weekLine(words: Words, calendar: readonly CalendarDay[]): string {
  const today = calendar.at(-1)?.date;
  if (today === undefined) return '';
  const studied = calendar.filter(({ date, touched }) => touched > 0 && weekOf(date) === weekOf(today));
  const shown = studied.map(({ date, finished }) => {
    const name = `**${dayName(date, words.locale, { weekday: 'short' })}**`;
    return finished > 0 ? words.progress.dayWith(name, finished) : name;
  });
  return shown.length === 0 ? '' : words.progress.studied(shown.join(' · '));
}
