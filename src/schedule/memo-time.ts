import type { Memo, MemoTime } from '../store/memos.ts';
import { nextOccurrence } from '../time/when/repeat.ts';

/** From so long after its time on, in milliseconds, a memo says that it is late. */
const LATE = 10 * 60_000;

/**
 * When a memo that was due comes again: what was missed meanwhile does not. Null if it comes once.
 * @param timeZone the member's zone now, an IANA name
 * @param now epoch milliseconds
 */
export function nextMemo({ repeat, next }: Memo, timeZone: string, now: number): MemoTime | null {
  if (repeat === null) return null;
  const after = Math.max(now, next?.at ?? now);
  // Hours are counted through the night of a date; days have one each, wherever the member goes.
  const isOfDays = repeat.repeat.every !== 'hour' && repeat.repeat.every !== 'minute';
  return nextOccurrence({ ...repeat, timeZone }, after, isOfDays ? (next?.date ?? null) : null);
}

/** Whether a memo comes so late that it has to say so. Both in epoch milliseconds. */
export function isLate(dueAt: number, now: number): boolean {
  return now - dueAt >= LATE;
}
