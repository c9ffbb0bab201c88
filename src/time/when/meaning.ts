import { localAt } from '../local.ts';
import type { Recurrence } from './repeat.ts';

/** A single time, in epoch milliseconds. */
export interface Once {
  readonly is: 'once';
  readonly at: number;
}

/** A time that comes again and again. */
export interface Repeated extends Recurrence {
  readonly is: 'repeat';
  /** The first time, in epoch milliseconds. */
  readonly at: number;
}

/**
 * What is wrong with a time: it cannot be read (`unclear`), is over (`past`), names a day that does not exist, comes
 * more often than once an hour, or is too far ahead.
 */
export type WhenProblem = 'unclear' | 'past' | 'no-such-day' | 'too-often' | 'too-far';

/** The time that a text means. `ask`: it can be read in several ways, the likeliest first. */
export type When =
  | Once
  | Repeated
  | { readonly is: 'ask'; readonly choices: readonly (Once | Repeated)[] }
  | { readonly is: 'refused'; readonly why: WhenProblem };

/** The person for whom a text is read. */
export interface Reader {
  /** Epoch milliseconds. */
  readonly now: number;
  /** An IANA name. */
  readonly timeZone: string;
  /** The local hour of a reminder without a time, 0 to 23. */
  readonly usualHour: number;
}

/** Today on the person's clock. */
export function todayOf({ now, timeZone }: Pick<Reader, 'now' | 'timeZone'>): Temporal.PlainDate {
  return localAt(now, timeZone).toPlainDate();
}
