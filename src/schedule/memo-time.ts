import type { Memo, MemoTime } from '../store/memos/memo.ts';
import { nextOccurrence } from '../time/when/repeat.ts';
import { MINUTE } from '../time/units.ts';

/** A memo that comes so many milliseconds after its time, or more, says that it is late. */
const LATE = 10 * MINUTE;

/**
 * When a repeating memo comes next. Times that have passed are skipped. Null if it comes only once.
 * @param timeZone the member's zone now, an IANA name
 * @param now epoch milliseconds
 */
export function nextMemo({ repeat, next }: Memo, timeZone: string, now: number): MemoTime | null {
  if (repeat === null) return null;
  const after = Math.max(now, next?.at ?? now);
  // A memo for days comes once on a date, even if the member changes their zone. One for hours may come again on the
  // same date.
  const isOfDays = repeat.repeat.every !== 'hour' && repeat.repeat.every !== 'minute';
  return nextOccurrence({ ...repeat, timeZone }, after, isOfDays ? (next?.date ?? null) : null);
}

/** Whether a memo is so late that it has to say so. Both in epoch milliseconds. */
export function isLate(dueAt: number, now: number): boolean {
  return now - dueAt >= LATE;
}
