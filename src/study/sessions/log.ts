import type { Span } from '../../time/study-day.ts';
import { minutesIn, piecesOf } from './pieces.ts';
import type { Session } from './session.ts';

/** The limits of study time that is added later. */
export const LOG_LIMITS = { minutes: 8 * 60, minutesADay: 16 * 60, days: 14 } as const;

/**
 * Why added time is refused. `overlap`: the member was already studying at that time; `full`: the day has no more
 * room.
 */
export type LogProblem = 'ahead' | 'too-old' | 'overlap' | 'full';

/**
 * Checks study time that is added later. It has to be over, at most 8 hours long and 14 days old, and must not
 * overlap counted time. No day may have more than 16 hours.
 * @param log the session to be added
 * @param others the member's sessions of those days
 * @param today the member's study day
 * @param now epoch milliseconds
 * @returns what is wrong, or null
 */
export function logProblem(
  log: Session,
  others: readonly Session[],
  today: string,
  now: number,
): LogProblem | null {
  if (log.endsAt > now) return 'ahead';
  if (Temporal.PlainDate.from(log.date).until(today).days > LOG_LIMITS.days) return 'too-old';
  const before = piecesOf(others, now);
  if (before.some(({ from, to }) => from < log.endsAt && to > log.startedAt)) return 'overlap';
  const after = Map.groupBy(piecesOf([...others, log], now), ({ date }) => date);
  const touched = new Set(piecesOf([log], now).map(({ date }) => date));
  const isFull = [...touched].some((date) => minutesIn(after.get(date) ?? []) > LOG_LIMITS.minutesADay);
  return isFull ? 'full' : null;
}

/**
 * Finds the last free time of this length within a span. A member's added time goes there if they typed no time of
 * day.
 * @param span epoch milliseconds
 * @param length milliseconds
 * @param others the member's sessions of those days
 * @returns its start, or null if there is no room
 */
export function lastRoom(
  { from, to }: Span,
  length: number,
  others: readonly Session[],
  now: number,
): number | null {
  const taken = piecesOf(others, now).toSorted((a, b) => b.from - a.from);
  let end = Math.min(to, now);
  for (const piece of taken) {
    if (piece.from >= end) continue;
    if (piece.to <= end - length) break;
    end = piece.from;
  }
  return end - length >= from ? end - length : null;
}
