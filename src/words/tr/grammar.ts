import type { Words } from '../words.ts';

const lists = new Intl.ListFormat('tr');

/** `ACID, tmux ve Docker` */
export const list: Words['list'] = (items) => lists.format(items);

/** `%46` */
export const percent: Words['percent'] = (value) => `%${value}`;

/** `1 konu`, `3 konu`. */
export const topics: Words['topics'] = (n) => `${n} konu`;

/** `… ve 4 daha`, under a list that was cut, in small letters. */
export const andMore: Words['andMore'] = (n) => `-# … ve ${n} daha`;

const decimals = new Intl.NumberFormat('tr', { maximumFractionDigits: 1 });

/** `4 gün`, `90 gün`, `1,5 yıl`. */
export function inDays(days: number): string {
  return days < 365 ? `${days} gün` : `${decimals.format(days / 365)} yıl`;
}
