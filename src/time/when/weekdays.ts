import type { Token } from './tokens.ts';
import type { Matched } from './said.ts';
import { DAYS_A_WEEK } from '../units.ts';

/** `except Sunday`, `pazar hariç` */
export function except(tokens: readonly Token[]): Matched | null {
  const led = tokens[0]?.is === 'except' ? 1 : 0;
  const list = weekdayList(tokens.slice(led));
  if (list === null) return null;
  if (led === 1) return { used: list.used + 1, said: { except: list.days } };
  // In `weekday except Friday`, the exception comes after the list.
  const isBehind = tokens[list.used]?.is === 'except' && tokens[list.used + 1]?.is !== 'weekdays';
  return isBehind ? { used: list.used + 1, said: { except: list.days } } : null;
}

/** `friday`, `next friday`, `mon, wed`, `first Monday`, `next week` */
export function weekdays(tokens: readonly Token[]): Matched | null {
  const [first] = tokens;
  if (first?.is === 'next-week') return { used: 1, said: { which: 'next-week' } };
  const led = first?.is === 'next' || first?.is === 'this' || first?.is === 'nth' ? 1 : 0;
  const list = weekdayList(tokens.slice(led));
  if (list === null) return null;
  const which = first?.is === 'next' ? { which: 'next' as const } : {};
  const nth = first?.is === 'nth' ? { nth: first.nth } : {};
  return { used: list.used + led, said: { weekdays: list.days, ...which, ...nth } };
}

function weekdayList(
  tokens: readonly Token[],
): { readonly days: readonly number[]; readonly used: number } | null {
  const found: number[] = [];
  let used = 0;
  for (;;) {
    const last = found.at(-1);
    const until = tokens[used + 1];
    if (last !== undefined && isUntil(tokens[used]) && until?.is === 'weekdays') {
      found.push(...upTo(last, until.days[0] ?? last));
      used += 2;
      continue;
    }
    const gap = used > 0 && (tokens[used]?.is === 'and' || tokens[used]?.is === 'every') ? 1 : 0;
    const twoGaps = gap === 1 && tokens[used]?.is === 'and' && tokens[used + 1]?.is === 'every' ? 1 : 0;
    const token = tokens[used + gap + twoGaps];
    if (token?.is !== 'weekdays') break;
    found.push(...token.days);
    used += gap + twoGaps + 1;
  }
  return used === 0 ? null : { days: [...new Set(found)].toSorted((a, b) => a - b), used };
}

function isUntil(token: Token | undefined): boolean {
  return token?.is === 'until' || (token?.is === 'past' && token.sign === -1);
}

/** The weekdays from one to another, past Sunday if necessary. */
function upTo(first: number, last: number): readonly number[] {
  const count = (last - first + DAYS_A_WEEK) % DAYS_A_WEEK;
  return Array.from({ length: count }, (_, more) => ((first + more) % DAYS_A_WEEK) + 1);
}
