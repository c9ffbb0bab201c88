import { type CalendarDay, CALENDAR_WEEKS, daysStudied } from '../../study/progress/calendar.ts';
import { weekOf } from '../../time/study-day.ts';
import { proofTally, provenTopics } from '../../study/proofs/proof.ts';
import { studied, tally } from '../../study/topics/status.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import type { Words } from '../../words/index.ts';
import { clip, plain } from '../escape.ts';
import type { HalfYear, ProgressPicture, WeekDay } from '../pictures/progress.ts';
import type { Person } from '../pictures/typeset.ts';
import { dayName } from '../time.ts';
import type { ProgressReport } from './report.ts';
import { DAYS_A_WEEK } from '../../time/units.ts';

/** The half year is shown only after so many days of study, because a beginner's would be mostly empty. */
const LEAST_DAYS = 8;
const TRACKS_SHOWN = 3;
/**
 * The numbers of topics a day at which the shades begin. They are fixed, because shades relative to the member's best
 * day would change the past.
 */
const SHADES = [1, 2, 3, 5];

/** Whether there is enough to draw. An empty picture would shame a member who has just begun. */
export function hasPicture({ outline, progress, visible }: ProgressReport): boolean {
  return visible.progress && tally(outline, progress).done > 0;
}

/** The content of the picture of a member's progress. */
export function progressPicture(words: Words, report: ProgressReport, person: Person): ProgressPicture {
  const { outline, progress, streak, calendar } = report;
  const all = tally(outline, progress);
  const proven = provenIn(report);
  return {
    kind: 'progress',
    locale: words.locale,
    person,
    roadmap: plain(outline.tree.title),
    done: {
      text: words.progress.doneOf(all.done, all.total),
      percent: words.percent(all.percent),
      share: all.done / all.total,
    },
    proven: proven === 0 ? null : { text: words.progress.provenShort(proven), share: proven / all.total },
    tracks: tracksOf(report).map((section, index) => track(words, report, section, index)),
    week: {
      title: words.progress.thisWeek,
      streak: streak.length > 0 ? words.progress.inARow[streak.unit](streak.length) : null,
      days: weekDays(words, report),
    },
    halfYear: daysStudied(calendar) < LEAST_DAYS ? null : halfYear(words, calendar),
  };
}

/** The picture's description: the same in words. */
export function progressAlt(words: Words, report: ProgressReport, { name }: Person): string {
  const { outline, streak, calendar } = report;
  const { done, proven, tracks } = progressPicture(words, report, { name, username: name });
  const whose = words.progressAlt.whose(plain(name), clip(plain(outline.tree.title), 100));
  const days = weekDays(words, report).flatMap(({ what, label }) => {
    if (what === 'nothing') return [];
    if (typeof what === 'number') return [words.progress.dayWith(label, what)];
    return [`${label} ${words.progressAlt[what]}`];
  });
  return [
    `${whose}: ${[done.text, ...(proven === null ? [] : [proven.text])].join(', ')}`,
    tracks.map(({ title, count }) => `${clip(title, 100)} ${count}`).join(', '),
    days.length === 0 ? '' : words.progressAlt.week(days.join(', ')),
    streak.length > 0 ? words.progress.inARow[streak.unit](streak.length) : '',
    words.progressAlt.halfYear(daysStudied(calendar), CALENDAR_WEEKS),
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** Leaves of the tracks. */
function provenIn({ outline, progress, proofs }: ProgressReport): number {
  const proven = provenTopics(outline, progress, proofs);
  return studied(outline).filter(({ id, children }) => children.length === 0 && proven.has(id)).length;
}

/** If there are more tracks than fit, those that are begun and not finished come first. */
function tracksOf({ outline, progress }: ProgressReport): readonly Section[] {
  const tracks = outline.tree.sections
    .filter(({ kind }) => kind === 'track')
    .filter((section) => tally(outline, progress, section).total > 0);
  const isUnderWay = (section: Section): boolean => {
    const { done, total } = tally(outline, progress, section);
    return done > 0 && done < total;
  };
  const shown = new Set(
    [...tracks.filter(isUnderWay), ...tracks.filter((section) => !isUnderWay(section))].slice(
      0,
      TRACKS_SHOWN,
    ),
  );
  return tracks.filter((section) => shown.has(section));
}

function track(
  words: Words,
  { outline, progress, proofs }: ProgressReport,
  section: Section,
  index: number,
): ProgressPicture['tracks'][number] {
  const { done, total } = tally(outline, progress, section);
  const { proven } = proofTally(outline, progress, proofs, section);
  return {
    title: plain(section.title),
    spare: words.map.section(index + 1),
    count: `${done}/${total}`,
    done: done / total,
    proven: proven / total,
  };
}

/** Monday to Sunday. Days that are still to come are `nothing`. */
function weekDays(words: Words, { calendar, streak }: ProgressReport): readonly WeekDay[] {
  const today = calendar.at(-1)?.date ?? '';
  const monday = Temporal.PlainDate.from(weekOf(today));
  const rests = new Set(streak.recent.filter(({ kind }) => kind === 'rest').map(({ date }) => date));
  return Array.from({ length: DAYS_A_WEEK }, (_, days) => {
    const date = monday.add({ days }).toString();
    const day = calendar.find((each) => each.date === date);
    return {
      label: dayName(date, words.locale, { weekday: 'short' }),
      isToday: date === today,
      what: whatOf(day, rests.has(date)),
    };
  });
}

function whatOf(day: CalendarDay | undefined, isRest: boolean): WeekDay['what'] {
  if (day !== undefined && day.finished > 0) return day.finished;
  if (day !== undefined && day.touched > 0) return 'studied';
  return isRest ? 'rest' : 'nothing';
}

function halfYear(words: Words, calendar: readonly CalendarDay[]): HalfYear {
  return {
    title: words.progress.lastWeeks(CALENDAR_WEEKS),
    studied: words.progress.daysStudied(daysStudied(calendar)),
    levels: calendar.map(({ touched }) => SHADES.filter((least) => touched >= least).length),
    months: monthsOf(words, calendar),
  };
}

/** The months, each at the week of its first day. The first month is at the first week. */
function monthsOf(words: Words, calendar: readonly CalendarDay[]): HalfYear['months'] {
  return calendar.flatMap(({ date }, day) =>
    day === 0 || date.endsWith('-01')
      ? [{ name: dayName(date, words.locale, { month: 'short' }), week: Math.floor(day / DAYS_A_WEEK) }]
      : [],
  );
}
