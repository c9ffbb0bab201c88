const rules = new Intl.PluralRules('en');

const lists = new Intl.ListFormat('en-GB');

/** `1 topic`, `3 topics`. */
export const count = (n: number, one: string, other: string): string =>
  `${n} ${rules.select(n) === 'one' ? one : other}`;

/** `ACID, tmux and Docker` */
export const list = (items: readonly string[]): string => lists.format(items);

export const percent = (value: number): string => `${value}%`;

export const topics = (n: number): string => count(n, 'topic', 'topics');

export const andMore = (n: number): string => `-# … and ${n} more`;

const decimals = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `4 days`, `3 months`, `1.5 years`. */
export function inDays(days: number): string {
  if (days < 60) return count(days, 'day', 'days');
  if (days < 730) return count(Math.round(days / 30), 'month', 'months');
  return `${decimals.format(days / 365)} years`;
}
