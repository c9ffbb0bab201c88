const places = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `1st`, `22nd`, `113th` */
export const ordinal = (n: number): string => `${n}${endings[places.select(n)] ?? 'th'}`;

const lists = new Intl.ListFormat('en-GB');

/** `1 day`, `3 days`. */
export const count = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`;

/** `ACID, tmux and Docker` */
export const list = (items: readonly string[]): string => lists.format(items);

/** `46%` */
export const percent = (value: number): string => `${value}%`;

/** `1 topic`, `3 topics`. */
export const topics = (n: number): string => count(n, 'topic', 'topics');

/** `… and 4 more`, under a list that was cut, in small letters. */
export const andMore = (n: number): string => `-# … and ${n} more`;

const decimals = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `4 days`, `90 days`, `1.5 years`. Spans are often read side by side, so up to a year all are in days. */
export function inDays(days: number): string {
  return days < 365 ? count(days, 'day', 'days') : yearsOf(days / 365);
}

function yearsOf(years: number): string {
  const shown = decimals.format(years);
  return `${shown} ${shown === '1' ? 'year' : 'years'}`;
}
