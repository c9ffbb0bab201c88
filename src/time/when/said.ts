import type { Part, Unit } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A stretch of time. Hours and minutes are real time; days, months and years are counted on the calendar. */
export interface Stretch {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
}

/** A time of day in figures, as it was written. */
export interface SaidClock {
  readonly hour: number;
  /** Null if there is none, as in `at 5`. */
  readonly minute: number | null;
  /** How many figures the hour has. `07:00` is on the 24-hour clock, but `7:00` need not be. */
  readonly length: number;
  /** Null without am or pm. */
  readonly pm: boolean | null;
}

/** The day. `either`: the order may be day first or month first. */
export type SaidDay =
  | { readonly is: 'ahead'; readonly days: number }
  | { readonly is: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly is: 'either'; readonly a: number; readonly b: number; readonly year: number | null };

/** What a text says about a time, before it is applied to the present moment. */
export interface Spoken {
  readonly after?: Stretch;
  readonly ago?: Stretch;
  readonly every?: true;
  readonly interval?: number;
  readonly unit?: Unit;
  readonly weekdays?: readonly number[];
  /** Which of them: the `next`, or that of `next-week`. */
  readonly which?: 'next' | 'next-week';
  readonly except?: readonly number[];
  /** Which weekday of a month, or of two readings (`every second Tuesday`). */
  readonly nth?: number;
  /** Of a month; -1 is its last. */
  readonly monthDay?: number;
  readonly ofMonth?: true;
  readonly nextMonth?: true;
  readonly day?: SaidDay;
  readonly clock?: SaidClock;
  /** `10.11`, which is a date or a time. */
  readonly dotted?: { readonly a: number; readonly b: number; readonly length: number };
  readonly part?: Part;
}

/** The meaning of the first tokens, and their number. */
export interface Matched {
  readonly used: number;
  readonly said: Spoken;
}

/** Reads the first tokens, given what the tokens before them mean. */
export type Matcher = (tokens: readonly Token[], said: Spoken) => Matched | null;
