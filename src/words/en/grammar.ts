import type { ReversibleAct } from '../../study/progress/progress.ts';

const rules = new Intl.PluralRules('en');

const lists = new Intl.ListFormat('en');

/** `1 topic`, `3 topics`. */
export const count = (n: number, one: string, other: string): string =>
  `${n} ${rules.select(n) === 'one' ? one : other}`;

/** `ACID, tmux and Docker` */
export const list = (items: readonly string[]): string => lists.format(items);

export const percent = (value: number): string => `${value}%`;

export const topics = (n: number): string => count(n, 'topic', 'topics');

export const andMore = (n: number): string => `-# … and ${n} more`;

export const did: Readonly<Record<ReversibleAct, string>> = {
  start: 'you had started',
  done: 'you had marked done',
  skip: 'you had skipped',
  pause: 'you had paused',
  reset: 'you had set back',
  snooze: 'you had put off',
  review: 'you had reviewed',
  later: 'you had put off in your reviews',
  swap: 'you had swapped for others',
};

/** `4 d`, `3 mo`, `1.5 y`: short enough for a button. */
export function inDays(days: number): string {
  if (days < 60) return `${days} d`;
  return days < 730 ? `${Math.round(days / 30)} mo` : `${(days / 365).toFixed(1)} y`;
}
