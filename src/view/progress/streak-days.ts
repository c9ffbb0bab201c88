import { weekOf } from '../../time/study-day.ts';
import { type CalendarDay, daysStudied } from '../../study/progress/calendar.ts';
import type { Words } from '../../words/index.ts';
import { dayName } from '../time.ts';
import type { ProgressReport } from './report.ts';

/** Rest days are named for so many days, so that the weekday alone is clear. */
const NAMED_DAYS = 7;

/** After fewer days of study, a line about the half year would say little. */
const LEAST_DAYS = 8;

/** This week against the last, the best streak, and whether the present one needs this day: what no picture shows. */
export function weekAndBest(
  { progress }: Words,
  { streak: { unit, length, best, needs }, week }: Pick<ProgressReport, 'streak' | 'week'>,
): readonly string[] {
  return [
    progress.week(week.finished, week.before),
    best > length ? progress.bestStreak[unit](best) : '',
    needs === null ? '' : `-# ${progress.keepGoing[needs]}`,
  ];
}

/** This week against the last, the streak, and whether it needs this day. */
function weekAndStreak(
  { progress }: Words,
  { streak: { unit, length, best, needs }, week }: Pick<ProgressReport, 'streak' | 'week'>,
): readonly [week: string, ...streak: string[]] {
  return [
    progress.week(week.finished, week.before),
    length > 0 ? progress.streak[unit](length, best) : progress.noStreak[unit](best),
    needs === null ? '' : `-# ${progress.keepGoing[needs]}`,
  ];
}

/** The same, the days of this week that counted, and what was forgiven in the streak. */
export function daysLines(
  words: Words,
  { streak, week, calendar }: Pick<ProgressReport, 'streak' | 'week' | 'calendar'>,
): readonly string[] {
  const { progress } = words;
  const [thisWeek, ...lasting] = weekAndStreak(words, { streak, week });
  const rests = streak.recent.slice(-NAMED_DAYS).filter(({ kind }) => streak.length > 0 && kind === 'rest');
  const named = rests.map(({ date }) => dayName(date, words.locale, { weekday: 'long' }));
  return [
    thisWeek,
    weekLine(words, calendar),
    ...lasting,
    named.length === 0 ? '' : `-# ${progress.rested(words.list(named))}`,
    halfYear(words, calendar) === '' ? '' : `-# ${halfYear(words, calendar)}`,
  ];
}

function halfYear(words: Words, calendar: readonly CalendarDay[]): string {
  const ever = daysStudied(calendar);
  return ever < LEAST_DAYS ? '' : words.progressAlt.halfYear(ever, calendar.length);
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
