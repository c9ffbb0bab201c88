import { dayAfter, type Span } from '../../time/study-day.ts';
import type { Days } from '../progress/week.ts';
import { workOf } from './plan.ts';
import { endOf, type Session, within } from './session.ts';
import { MINUTE } from '../../time/units.ts';

/** A piece of study time. A member's pieces do not overlap, and each is within one study day. */
export interface Piece extends Span {
  /** The study day that it counts for, `YYYY-MM-DD`. */
  readonly date: string;
  readonly session: Session;
}

/**
 * Divides a member's sessions into pieces, oldest first. In a session together, only work counts. A session over the
 * start of a day is divided between both days. Time that several sessions cover counts for the one that began first, and
 * time in a study room only where no other session covers it, because the others have a topic.
 * @param sessions in any order
 * @param now epoch milliseconds; time after it does not count yet
 */
export function piecesOf(sessions: readonly Session[], now: number): readonly Piece[] {
  const ordered = sessions.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  const planned = disjoint(
    ordered.filter((session) => !isRoom(session)),
    [],
    now,
  );
  const taken = planned.toSorted((a, b) => a.from - b.from);
  const all = [...planned, ...disjoint(ordered.filter(isRoom), taken, now)];
  return all.toSorted((a, b) => a.from - b.from);
}

function isRoom({ kind }: Session): boolean {
  return kind === 'room';
}

/**
 * Pieces that do not overlap, of sessions in the order of their beginning.
 * @param taken spans that count for other sessions already: in order, without overlap
 */
function disjoint(ordered: readonly Session[], taken: readonly Span[], now: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let covered: Span[] = [];
  let first = 0;
  for (const session of ordered) {
    // Later sessions do not begin earlier, so they cannot overlap spans that ended before this one.
    covered = covered.filter(({ to }) => to > session.startedAt);
    while ((taken[first]?.to ?? Infinity) <= session.startedAt) first += 1;
    const around: Span[] = [];
    for (let at = first; (taken[at]?.from ?? Infinity) < endOf(session); at += 1)
      around.push(...taken.slice(at, at + 1));
    const own = studiedIn(session, now).flatMap((span) => without(span, [...covered, ...around]));
    covered.push(...own);
    pieces.push(...own.flatMap((span) => byDay(span, session)));
  }
  return pieces;
}

/** The times of a session in which the member studied. */
function studiedIn(session: Session, now: number): readonly Span[] {
  const whole = { from: session.startedAt, to: Math.min(endOf(session), now) };
  return within(session.group === null ? [whole] : workOf(session.group.plan), whole);
}

function without(span: Span, others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, { from, to }) =>
      left.flatMap((part) =>
        [
          { from: part.from, to: Math.min(part.to, from) },
          { from: Math.max(part.from, to), to: part.to },
        ].filter((rest) => rest.from < rest.to),
      ),
    [span],
  );
}

/** A session is shorter than a day, so it contains at most one start of a day. */
function byDay(span: Span, session: Session): readonly Piece[] {
  const { date, dayEndsAt } = session;
  const [before, after] = [
    within([span], { from: -Infinity, to: dayEndsAt }),
    within([span], { from: dayEndsAt, to: Infinity }),
  ];
  return [
    ...before.map((part) => ({ ...part, date, session })),
    ...after.map((part) => ({ ...part, date: dayAfter(date), session })),
  ];
}

/** The length of some pieces together, in whole minutes. */
export function minutesIn(pieces: readonly Piece[]): number {
  return Math.round(pieces.reduce((sum, { from, to }) => sum + to - from, 0) / MINUTE);
}

/** The minutes of the pieces on some topics, by topic ids. */
export function minutesOn(pieces: readonly Piece[], topicIds: ReadonlySet<string>): number {
  return minutesIn(pieces.filter(({ session: { topicId } }) => topicId !== null && topicIds.has(topicId)));
}

/** The minutes of the pieces from one study day (`YYYY-MM-DD`) to another, both included. */
export function minutesBetween(pieces: readonly Piece[], from: string, to: string): number {
  return minutesIn(pieces.filter(({ date }) => date >= from && date <= to));
}

/**
 * The minutes that a member studied in a guild, from one study day (`YYYY-MM-DD`) to another, both included. Time that
 * they added later does not count there.
 */
export function minutesThere(pieces: readonly Piece[], guildId: string, { from, to }: Days): number {
  return minutesIn(
    pieces.filter(
      ({ date, session }) =>
        date >= from && date <= to && session.guildId === guildId && session.kind !== 'logged',
    ),
  );
}

/** A day counts as studied with so many minutes or more. */
export const COUNTS_FROM = 10;
/** Added time counts for the streak only if it is at most so many days old. */
export const STREAK_REACHES = 2;

/** Whether study time counts for the streak: time that was added later only if that was soon. */
export function countsForStreak({ date, session: { loggedOn } }: Piece): boolean {
  return loggedOn === null || daysBetween(date, loggedOn) <= STREAK_REACHES;
}

/** The study days that count for a member's streak because of their sessions. */
export function datesStudied(pieces: readonly Piece[]): ReadonlySet<string> {
  const byDate = Map.groupBy(pieces.filter(countsForStreak), ({ date }) => date);
  return new Set([...byDate].flatMap(([date, own]) => (minutesIn(own) >= COUNTS_FROM ? [date] : [])));
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days;
}
