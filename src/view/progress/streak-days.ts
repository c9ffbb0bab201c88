import { weekOf } from '../../time/study-day.ts';
import { type CalendarDay, CALENDAR_WEEKS, daysStudied } from '../../study/progress/calendar.ts';
import type { Words } from '../../words/index.ts';
import { dayName } from '../time.ts';
import type { ProgressReport } from './report.ts';

/** Rest days are named for so many days, so that the weekday alone is clear. */
const NAMED_DAYS = 7;

/** After fewer days of study, a line about the half year would say little. */
const LEAST_DAYS = 8;

type Days = Pick<ProgressReport, 'audience' | 'streak' | 'week'>;

/** This week against the last, and the streak where it has a record or needs this day: what no picture shows. */
export function weekAndBest(words: Words, report: Days): readonly string[] {
  const { length, best, needs } = report.streak;
  const [week, streak] = weekAndStreak(words, report);
  return [week, best > length || needs !== null ? streak : ''];
}

/**
 * This week against the last, and the streak. Only the member is told that it needs this day, and that nothing is done
 * yet this week.
 */
function weekAndStreak(
  { progress }: Words,
  { audience, streak: { unit, length, best, needs }, week }: Days,
): readonly [week: string, streak: string] {
  const streak = length > 0 ? progress.streak[unit](length, best) : progress.noStreak[unit](best);
  const isOwn = audience === 'own';
  return [
    isOwn || week.finished > 0 ? progress.week(week.finished, week.before) : '',
    isOwn && needs !== null ? `${streak}. ${progress.keepGoing[needs]}` : isOwn || length > 0 ? streak : '',
  ];
}

/** The same, the days of this week that counted, and what was forgiven in the streak. */
export function daysLines(
  words: Words,
  { audience, streak, week, calendar }: Days & Pick<ProgressReport, 'calendar'>,
): readonly string[] {
  const { progress } = words;
  const [thisWeek, ...lasting] = weekAndStreak(words, { audience, streak, week });
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
  return ever < LEAST_DAYS ? '' : words.progressAlt.halfYear(ever, CALENDAR_WEEKS);
}

/** `Studied Monday (2 topics) and Tuesday`: this week's days with what was finished; nothing before the first of them. A single day's number is that of the week. */
function weekLine(words: Words, calendar: readonly CalendarDay[]): string {
  const today = calendar.at(-1)?.date;
  if (today === undefined) return '';
  const studied = calendar.filter(({ date, touched }) => touched > 0 && weekOf(date) === weekOf(today));
  const shown = studied.map(({ date, finished }) => {
    const name = dayName(date, words.locale, { weekday: 'long' });
    return finished > 0 && studied.length > 1 ? words.progress.dayWith(name, finished) : name;
  });
  return shown.length === 0 ? '' : words.progress.studied(words.list(shown));
}
