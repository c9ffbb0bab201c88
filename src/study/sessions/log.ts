import type { Span } from '../../time/study-day.ts';
import { minutesIn, piecesOf } from './pieces.ts';
import type { Session } from './session.ts';

/** What may be added later. */
export const LOG_LIMITS = { minutes: 8 * 60, minutesADay: 16 * 60, days: 14 } as const;

/** Why a log is refused. `overlap`: the member was studying then already; `full`: a day has no more room. */
export type LogProblem = 'ahead' | 'too-old' | 'overlap' | 'full';

/**
 * What is wrong with a log, or null. It may be at most 8 hours long and 14 days old, must be over, must not meet
 * anything that is counted already, and no day may have more than 16 hours.
 * @param log the session to be added
 * @param others the member's sessions of those days
 * @param today the member's study day
 * @param now epoch milliseconds
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
 * The last free time of a length within a span: where a log goes if the member said no time of day.
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
