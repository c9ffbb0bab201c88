import type { Token } from './tokens.ts';
import type { Spoken, Matched } from './said.ts';
import { numberAt } from './numbers.ts';

/** `3 December 2027`, `December 3rd`, `the 15th`, `ayın 15'i`, `the last day of the month`, `next month` */
export function months(tokens: readonly Token[], said: Spoken): Matched | null {
  const [first, second] = tokens;
  if (first?.is === 'month') {
    const day = numberAt(tokens, 1);
    return day === null ? null : dateOf(tokens, 1 + day.used, day.value, first.month);
  }
  const day = numberAt(tokens, 0);
  if (day !== null) {
    const filler = tokens[day.used]?.is === 'filler' ? 1 : 0;
    const month = tokens[day.used + filler];
    if (month?.is === 'month') return dateOf(tokens, day.used + filler + 1, day.value, month.month);
    if (first?.is === 'digits' && first.ordinal && second?.is === 'weekdays') {
      return { used: 2, said: { nth: first.value, weekdays: second.days } };
    }
    if (first?.is === 'digits' && first.ordinal) return { used: 1, said: { monthDay: first.value } };
  }
  if (first?.is === 'nth' && second?.is === 'unit' && second.unit === 'day') {
    return { used: 2, said: { monthDay: first.nth } };
  }
  if (first?.is === 'next-month') return { used: 1, said: { nextMonth: true } };
  if (first?.is !== 'of-month') return null;
  const of = numberAt(tokens, 1);
  const isMonthSaid = said.monthDay !== undefined || said.nth !== undefined;
  if (of !== null && !isMonthSaid) return { used: 1 + of.used, said: { ofMonth: true, monthDay: of.value } };
  return { used: 1, said: { ofMonth: true } };
}

/** `used`: the tokens of day and month, behind which a year may stand. */
function dateOf(tokens: readonly Token[], used: number, day: number, month: number): Matched {
  const comma = tokens[used]?.is === 'and' ? 1 : 0;
  const year = tokens[used + comma];
  const isYear = year?.is === 'digits' && year.length === 4;
  return {
    used: used + (isYear ? comma + 1 : 0),
    said: { day: { is: 'date', day, month, year: isYear ? year.value : null } },
  };
}

/** `tomorrow`, `2026-12-03`, `3/12` */
export function days([first]: readonly Token[]): Matched | null {
  switch (first?.is) {
    case 'ahead':
      return { used: 1, said: { day: { is: 'ahead', days: first.days } } };
    case 'date':
      return { used: 1, said: { day: { is: 'date', day: first.day, month: first.month, year: first.year } } };
    case 'dated-pair':
      return { used: 1, said: { day: { is: 'either', a: first.a, b: first.b, year: first.year } } };
    case 'pair':
      return first.dotted
        ? null
        : { used: 1, said: { day: { is: 'either', a: first.a, b: first.b, year: null } } };
    default:
      return null;
  }
}
