import type { Words } from '../words.ts';
import type { ReversibleAct } from '../../study/progress/progress.ts';

const lists = new Intl.ListFormat('tr');

export const list: Words['list'] = (items) => lists.format(items);

export const percent: Words['percent'] = (value) => `%${value}`;

export const topics: Words['topics'] = (n) => `${n} konu`;

export const andMore: Words['andMore'] = (n) => `-# … ve ${n} tane daha`;

export const earlier: Readonly<Record<ReversibleAct, string>> = {
  start: 'başlamıştın',
  done: 'bitti demiştin',
  skip: 'atlamıştın',
  pause: 'ara vermiştin',
  reset: 'başa almıştın',
  snooze: 'ertelemiştin',
  review: 'tekrar etmiştin',
  later: 'tekrarını ertelemiştin',
  swap: 'başkasıyla değiştirmiştin',
};

export function inDays(days: number): string {
  if (days < 60) return `${days} gün`;
  return days < 730 ? `${Math.round(days / 30)} ay` : `${(days / 365).toFixed(1).replace('.', ',')} yıl`;
}
