import { weekOf } from '../../time/study-day.ts';
import { type CalendarDay, daysStudied } from '../../study/progress/calendar.ts';
import type { Words } from '../../words/index.ts';
import { dayName } from '../time.ts';
import type { ProgressReport } from './report.ts';

/** Rest days are told of for this many days, so that the name of the weekday is enough. */
const NAMED_DAYS = 7;

/** Below it, the half year has nothing to tell. */
const LEAST_DAYS = 8;

/** This week against the last, the days of this week that counted, the streak, and what was forgiven in it. */
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

/** `Studied: Mon 2 · Tue`: this week's days with what was finished; nothing before the first of them. */
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
