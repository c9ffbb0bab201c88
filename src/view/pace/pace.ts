import type { Duration } from '../../study/pace/durations.ts';
import { activeWeeks, type Forecast, PACE_WEEKS } from '../../study/pace/forecast.ts';
import type { Target } from '../../study/pace/target.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, type Message, row, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { dayName } from '../time.ts';
import { roadmapTitle } from '../roadmaps/title.ts';

/** A member's pace on a roadmap. */
export interface OwnPace {
  readonly title: string;
  /** Topics that are left, of so many in all. */
  readonly left: number;
  readonly total: number;
  /** How many topics were finished in each of the last whole weeks. */
  readonly weeks: readonly number[];
  readonly duration: Duration | null;
  /** Null with too few active weeks, and if nothing is left. */
  readonly range: Forecast | null;
}

/** The pace of a group that has a target date. */
export interface GroupPace {
  readonly target: Target;
  /** Members who finished something in these weeks, and what is left for all of them together. */
  readonly people: number;
  readonly left: number;
  readonly weeks: readonly number[];
  readonly range: Forecast | null;
}

/** How long topics take, and when all may be done. `note`: what has just happened. */
export function paceView(
  words: Words,
  {
    own,
    inGroup,
    group,
    maySetTarget,
    today,
    note,
  }: {
    readonly own: OwnPace;
    readonly inGroup: Duration | null;
    readonly group: GroupPace | null;
    readonly maySetTarget: boolean;
    /** `YYYY-MM-DD` */
    readonly today: string;
    readonly note: string | null;
  },
): Message {
  const { pace: say, focus } = words;
  return card(
    'doing',
    text(say.title, `-# ${roadmapTitle(own.title, 60)}`, note),
    ...filled(...ownLines(words, own, today)),
    text(
      own.duration === null ? say.untimed : say.takes(focus.duration(own.duration.minutes), own.duration.of),
      inGroup === null ? null : say.groupTakes(focus.duration(inGroup.minutes), inGroup.of),
    ),
    ...(group === null ? [] : [separator(), text(...groupLines(words, group, today))]),
    row(
      ...(maySetTarget ? [button(say.setTarget, customId('pace-target'))] : []),
      button(words.goal.button, customId('goal')),
      button(words.progress.mine, customId('progress')),
    ),
  );
}

function ownLines(
  words: Words,
  { left, total, weeks, range }: OwnPace,
  today: string,
): readonly (string | null)[] {
  const { pace: say } = words;
  if (total === 0) return [say.noTopics];
  if (left === 0) return [say.allDone];
  const active = activeWeeks(weeks);
  if (range === null) return [say.left(left), say.tooFew(active, PACE_WEEKS.active)];
  return [
    ...rangeLines(words, range, today),
    `-# ${say.left(left)} · ${say.lately(aWeek(weeks), weeks.length)}`,
  ];
}

function groupLines(
  words: Words,
  { target, people, left, weeks, range }: GroupPace,
  today: string,
): readonly (string | null)[] {
  const { pace: say } = words;
  const date = dayName(target.date, words.locale, { day: 'numeric', month: 'long', year: 'numeric' });
  if (target.weeks === 0) return [say.targetOver(date)];
  if (people === 0) return [say.target(date, target.weeks), say.groupQuiet];
  if (left === 0) return [say.target(date, target.weeks), say.allDone];
  return [
    say.target(date, target.weeks),
    say.toCover(left, people),
    say.eachWeek(target.together, target.each),
    say.groupLately(aWeek(weeks)),
    ...(range === null ? [] : rangeLines(words, range, today)),
  ];
}

/** A mean with one decimal. */
function aWeek(weeks: readonly number[]): number {
  const sum = weeks.reduce((total, done) => total + done, 0);
  return weeks.length === 0 ? 0 : Math.round((10 * sum) / weeks.length) / 10;
}

const yearOf = (date: string): string => date.slice(0, 4);

/** The likely month, and the months between which it may lie, because the range is wide. */
function rangeLines(words: Words, { early, likely, late }: Forecast, today: string): readonly string[] {
  const { pace: say } = words;
  const isOtherYear = (date: string): boolean => yearOf(date) !== yearOf(today);
  const month = (date: string, withYear: boolean): string =>
    dayName(date, words.locale, { month: 'long', ...(withYear && { year: 'numeric' }) });
  if (early === null) return [say.farAway];
  if (likely === null) return [say.notBefore(month(early, isOtherYear(early)))];
  const end = say.likely(month(likely, isOtherYear(likely)));
  if (late === null) return [end, `-# ${say.earliest(month(early, isOtherYear(early)))}`];
  if (early.slice(0, 7) === late.slice(0, 7)) return [end];
  const withYear = yearOf(early) !== yearOf(late) && isOtherYear(early);
  return [end, `-# ${say.between(month(early, withYear), month(late, isOtherYear(late)))}`];
}
