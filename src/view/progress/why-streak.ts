import type { Streak, StreakUnit } from '../../study/progress/streak.ts';
import type { ExplainedDay } from '../../study/progress/why.ts';
import { DEEDS } from '../../study/progress/why.ts';
import { weekOf } from '../../time/study-day.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, rows, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { dayName, dayRange } from '../time.ts';
import { sevenDays } from '../../study/progress/week.ts';

/** A page has so many weeks, and the pages go back to about a year ago. */
export const WEEKS_A_PAGE = 2;
export const LAST_PAGE = 25;

/** Each kind of day has its mark, and says the same in words. */
const MARKS = {
  studied: '●',
  rest: '◌',
  paused: '◌',
  free: '◌',
  missed: '○',
  open: '·',
} as const satisfies Record<ExplainedDay['kind'], string>;

/**
 * Each day of some weeks, the latest first, with what counted and what it means for the streak.
 * @param days oldest first; the first page ends today
 * @param page counted from 0
 */
export function whyStreakView(
  words: Words,
  { unit, length, best, began, ended }: Streak,
  days: readonly ExplainedDay[],
  page: number,
): Message {
  const { streak: say, progress } = words;
  const shown = days.filter((day) => hasSomething(day) || day.kind !== 'open' || isToday(day, days, page));
  const weeks = [...Map.groupBy(shown.toReversed(), ({ date }) => weekOf(date))];
  return card(
    'doing',
    text(
      say.whyTitle,
      length > 0 ? progress.streak[unit](length, best) : progress.noStreak[unit](best),
      began === null
        ? null
        : say.began(dayName(began, words.locale, { weekday: 'long', day: 'numeric', month: 'long' })),
      endLine(words, unit, ended) ?? say.rule[unit],
    ),
    separator(),
    ...(weeks.length === 0 ? [text(say.nothingThen)] : []),
    ...weeks.map(([monday, own]) => text(weekName(words, monday), ...own.map((day) => dayLine(words, day)))),
    ...rows([
      ...(page < LAST_PAGE ? [button(say.earlier, customId('streak-why', page + 1))] : []),
      ...(page > 0 ? [button(say.later, customId('streak-why', page - 1))] : []),
      button(say.see, customId('streak-settings')),
      button(progress.mine, customId('progress')),
    ]),
  );
}

/** What ended the streak before, which tells the rule as well; null if this is the first one. */
function endLine(words: Words, unit: StreakUnit, [first, second]: readonly string[]): string | null {
  if (first === undefined) return null;
  const { endedBy } = words.streak;
  if (unit === 'week') return endedBy.week(weekRange(words, first));
  const name = (date: string): string =>
    dayName(date, words.locale, { weekday: 'short', day: 'numeric', month: 'short' });
  return endedBy.day(words.list([first, second ?? first].map(name)));
}

function weekRange({ locale }: Words, monday: string): string {
  const { from, to } = sevenDays(monday);
  return dayRange(from, to, locale);
}

function weekName(words: Words, monday: string): string {
  return `-# ${weekRange(words, monday)}`;
}

function isToday(day: ExplainedDay, days: readonly ExplainedDay[], page: number): boolean {
  return page === 0 && day === days.at(-1);
}

function hasSomething({ deeds, minutes, tooLate }: ExplainedDay): boolean {
  return deeds.size > 0 || minutes > 0 || tooLate > 0;
}

/** `● **Thu** 2 topics done · 25 min of focus`, `◌ **Wed** forgiven` */
function dayLine(words: Words, day: ExplainedDay): string {
  const name = dayName(day.date, words.locale, { weekday: 'short', day: 'numeric' });
  const meaning = meaningOf(words, day);
  const parts = [...(meaning === null ? [] : [meaning]), ...counted(words, day)];
  return `${MARKS[day.kind]} **${name}** ${parts.join(' · ')}`;
}

function meaningOf({ streak: say }: Words, { kind }: ExplainedDay): string | null {
  if (kind === 'studied') return null;
  return kind === 'rest' ? say.forgiven : say[kind];
}

function counted(words: Words, { deeds, minutes, addedLater, isTooShort, tooLate }: ExplainedDay) {
  const { streak: say, focus } = words;
  const done = DEEDS.flatMap((deed) => {
    const times = deeds.get(deed);
    return times === undefined ? [] : [say.deeds[deed](times)];
  });
  const live = minutes - addedLater;
  const isAlone = isTooShort && done.length === 0;
  const studied = isAlone
    ? [say.tooShort(focus.duration(minutes))]
    : [
        ...(live > 0 ? [say.ofFocus(focus.duration(live))] : []),
        ...(addedLater > 0 ? [say.addedLater(focus.duration(addedLater))] : []),
      ];
  return [...done, ...studied, ...(tooLate > 0 ? [say.tooLate(focus.duration(tooLate))] : [])];
}
