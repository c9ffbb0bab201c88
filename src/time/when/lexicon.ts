/** The units in which a reminder can be counted. */
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** The parts of a day that people name. */
export type Part = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'midnight';

/** The meaning of a word in a text about a time. ISO weekdays: 1 is Monday, 7 is Sunday. */
export type Sense =
  /** Has no meaning by itself: `on`, `günü`. */
  | { readonly is: 'filler' }
  | { readonly is: 'and' }
  /** From one weekday to another. */
  | { readonly is: 'until' }
  /** `article`: it may stand for "one", or for nothing (`half an hour`). */
  | { readonly is: 'number'; readonly value: number; readonly article?: true }
  | { readonly is: 'half' }
  | { readonly is: 'quarter' }
  /** `saysHour`: it may stand before a time as well (`saat 5`). */
  | { readonly is: 'unit'; readonly unit: Unit; readonly saysHour?: true }
  /** `in`, before a stretch of time. */
  | { readonly is: 'in' }
  /** `from now`, `sonra`, behind a stretch of time. */
  | { readonly is: 'later' }
  /** `ago`, `önce`, after a length of time. */
  | { readonly is: 'ago' }
  /** A time follows. */
  | { readonly is: 'at' }
  /** A time came before: `o'clock`. */
  | { readonly is: 'oclock' }
  /** `half past six`, `ten to six`. */
  | { readonly is: 'past'; readonly sign: 1 | -1 }
  | { readonly is: 'half-day'; readonly pm: boolean }
  | { readonly is: 'part'; readonly part: Part }
  | { readonly is: 'ahead'; readonly days: number }
  | { readonly is: 'weekdays'; readonly days: readonly number[] }
  | { readonly is: 'month'; readonly month: number }
  /** `next`: of a weekday, the coming one or the one after it. */
  | { readonly is: 'next' }
  | { readonly is: 'this' }
  /** In the week that begins on the next Monday: `haftaya`. */
  | { readonly is: 'next-week' }
  | { readonly is: 'next-month' }
  | { readonly is: 'every' }
  /** `every other` */
  | { readonly is: 'other' }
  /** `haftada`, in which something happens once. */
  | { readonly is: 'per'; readonly unit: Unit }
  | { readonly is: 'except' }
  /** The number of a weekday in a month: 1 to 4, or -1 for the last. */
  | { readonly is: 'nth'; readonly nth: 1 | 2 | 3 | 4 | -1 }
  /** The day of a month follows: `ayın 15'i`. */
  | { readonly is: 'of-month' };

/** The words in which people of a language say when. They are folded, see `fold`. */
export interface Lexicon {
  /** Words and groups of words, each with its meanings in order. */
  readonly senses: Readonly<Record<string, readonly Sense[]>>;
  /** Endings that a word may have besides the listed forms, the longest first: `akşama` is `akşam`. */
  readonly endings: readonly string[];
  /** Endings of a number that make it a day of the month: `15th`, `15'inde`. */
  readonly ordinals: readonly string[];
  /** Whether some people write the month before the day, so that 3/12 has two meanings. */
  readonly monthMayComeFirst: boolean;
}
