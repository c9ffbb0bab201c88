import type { Token } from './tokens.ts';
import type { Spoken, Matched } from './said.ts';
import { numberAt } from './numbers.ts';

/** `iki haftada bir` */
export function oncePer(tokens: readonly Token[]): Matched | null {
  const led = tokens[0]?.is === 'every' ? 1 : 0;
  const count = numberAt(tokens, led);
  const at = led + (count?.used ?? 0);
  const [per, one] = [tokens[at], tokens[at + 1]];
  const isOnce = (one?.is === 'number' || one?.is === 'digits') && one.value === 1;
  if (per?.is !== 'per' || !isOnce) return null;
  return { used: at + 2, said: { every: true, interval: count?.value ?? 1, unit: per.unit } };
}

/** `every`, with what it counts in: `every 2 weeks`, `every other day`, `every second Tuesday`. */
export function every(tokens: readonly Token[], said: Spoken): Matched | null {
  if (tokens[0]?.is !== 'every') return null;
  const count = numberAt(tokens, 1);
  const counted = count === null ? undefined : tokens[1 + count.used];
  if (count !== null && counted?.is === 'unit') {
    return { used: 2 + count.used, said: { every: true, interval: count.value, unit: counted.unit } };
  }
  const [, second, third] = tokens;
  if (second?.is === 'unit') return { used: 2, said: { every: true, unit: second.unit } };
  if (second?.is === 'other') {
    if (third?.is === 'unit') return { used: 3, said: { every: true, interval: 2, unit: third.unit } };
    if (third?.is === 'weekdays') return { used: 2, said: { every: true, interval: 2 } };
    return null;
  }
  if (second?.is === 'nth' && third?.is === 'unit') {
    return { used: 3, said: { every: true, interval: second.nth, unit: third.unit } };
  }
  return said.every === true && tokens.length > 1
    ? { used: 1, said: {} }
    : { used: 1, said: { every: true } };
}
