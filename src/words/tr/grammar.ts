import type { Words } from '../words.ts';

const lists = new Intl.ListFormat('tr');

export const list: Words['list'] = (items) => lists.format(items);

export const percent: Words['percent'] = (value) => `%${value}`;

export const topics: Words['topics'] = (n) => `${n} konu`;

export const andMore: Words['andMore'] = (n) => `-# … ve ${n} daha`;

const decimals = new Intl.NumberFormat('tr', { maximumFractionDigits: 1 });

/** `4 gün`, `90 gün`, `1,5 yıl`. */
export function inDays(days: number): string {
  return days < 365 ? `${days} gün` : `${decimals.format(days / 365)} yıl`;
}
