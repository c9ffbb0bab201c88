import type { Call } from '../discord/command.ts';
import { dayTyped } from '../time/day-typed.ts';
import { localDate, zoned } from '../time/local.ts';
import { studyDay } from '../time/study-day.ts';
import type { Once, Reader, Repeated, WhenProblem } from '../time/when/meaning.ts';
import { readWhen } from '../time/when/when.ts';
import { isLanguage, type Words } from '../words/index.ts';
import { LEXICONS } from '../words/lexicons.ts';

/**
 * The possible meanings of a typed time, the likeliest first; or what is wrong with it. A member may type in any language of
 * the bot; their own comes first.
 */
export function typedTimes(
  { locale }: Words,
  said: string,
  reader: Reader,
): readonly (Once | Repeated)[] | WhenProblem {
  const language = locale.split('-')[0] ?? '';
  const own = isLanguage(language) ? [LEXICONS[language]] : [];
  const read = readWhen(said, reader, [...new Set([...own, ...Object.values(LEXICONS)])]);
  if (read.is === 'refused') return read.why;
  return read.is === 'ask' ? read.choices : [read];
}

/**
 * The day that a member typed into a form: `24.12.2026`, `24 Dec`, `cuma`, `tomorrow`. Today is their study day.
 * @returns `YYYY-MM-DD`, or null for what is no day, or may be one of several
 */
export function typedDay(
  {
    words,
    timeZone,
    member,
    now,
  }: Pick<Call, 'words' | 'timeZone' | 'now'> & {
    readonly member: Pick<Call['member'], 'dayStart'>;
  },
  said: string,
): string | null {
  const written = dayTyped(said);
  if (written !== null) return written;
  const today = Temporal.PlainDate.from(studyDay(now, timeZone, member.dayStart));
  // Read from the start of the day, so that today itself is not over, and at noon, when no clocks change.
  const start = zoned(today, '00:00', timeZone).epochMilliseconds;
  const read = typedTimes(words, said, { now: start, timeZone, usualHour: NOON });
  if (typeof read === 'string' || read.some((each) => each.is === 'repeat')) return null;
  const days = new Set(read.map(({ at }) => localDate(at, timeZone)));
  const [day] = days;
  return days.size === 1 && day !== undefined ? day : null;
}

const NOON = 12;
