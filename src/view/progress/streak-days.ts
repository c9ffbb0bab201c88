import { weekOf } from '../../time/study-day.ts';
import type { Streak } from '../../study/progress/streak.ts';
import type { Words } from '../../words/index.ts';
import { dayName } from '../time.ts';

/** Rest days are told of for this many days, so that the name of the weekday is enough. */
const NAMED_DAYS = 7;

/** This week against the last, the days of this week that counted, the streak, and what was forgiven in it. */
export function daysLines(
  words: Words,
  { streak, week }: { readonly streak: Streak; readonly week: { finished: number; before: number } },
): readonly string[] {
  const { progress } = words;
  const { days, best, today, recent } = streak;
  const lasts = days > 0;
  const rests = recent.slice(-NAMED_DAYS).filter(({ kind }) => lasts && kind === 'rest');
  const named = rests.map(({ date }) => dayName(date, words.locale, { weekday: 'long' }));
  return [
    progress.week(week.finished, week.before),
    weekLine(words, streak),
    lasts ? progress.streak(days, best) : progress.noStreak(best),
    lasts && !today ? `-# ${progress.todayOpen}` : '',
    named.length === 0 ? '' : `-# ${progress.rested(words.list(named))}`,
  ];
}

/** `Studied: Mon Tue – Thu`, from Monday to today; nothing before the first of them. */
function weekLine(words: Words, { recent }: Streak): string {
  const today = recent.at(-1)?.date;
  if (today === undefined) return '';
  const days = recent.filter(({ date, kind }) => weekOf(date) === weekOf(today) && kind !== 'open');
  if (!days.some(({ kind }) => kind === 'studied')) return '';
  const shown = days.map(({ date, kind }) =>
    kind === 'studied' ? `**${dayName(date, words.locale, { weekday: 'short' })}**` : '–',
  );
  return words.progress.studied(shown.join(' '));
}
