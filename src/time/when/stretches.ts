import type { Unit } from './lexicon.ts';
import type { Token } from './tokens.ts';
import type { Stretch, Spoken, Matched } from './said.ts';
import { numberAt, fractionAt, isArticle } from './numbers.ts';

/** `in two hours`, `2 saat sonra`, `an hour ago` */
export function after(tokens: readonly Token[], said: Spoken): Matched | null {
  const led = tokens[0]?.is === 'in';
  const stretch = stretchIn(led ? tokens.slice(1) : tokens);
  if (stretch === null) return null;
  const used = stretch.used + (led ? 1 : 0);
  if (led) return { used, said: { after: stretch.stretch } };
  if (tokens[used]?.is === 'later') return { used: used + 1, said: { after: stretch.stretch } };
  if (tokens[used]?.is === 'ago') return { used: used + 1, said: { ago: stretch.stretch } };
  // `30m`, `yarım saate`: these are the whole text.
  return used === tokens.length && isEmpty(said) ? { used, said: { after: stretch.stretch } } : null;
}

/** `an hour and a half`, `2 saat 15 dakika`, `bir buçuk saat`, `yarım saat` */
function stretchIn(tokens: readonly Token[]): { readonly stretch: Stretch; readonly used: number } | null {
  let total: Stretch = { minutes: 0, days: 0, months: 0 };
  let used = 0;
  for (;;) {
    const joined = used > 0 && tokens[used]?.is === 'and' ? 1 : 0;
    const part = quantityIn(tokens.slice(used + joined));
    if (part === null) return used === 0 ? null : { stretch: total, used };
    total = sum(total, stretchOf(part.amount, part.unit));
    used += joined + part.used;
  }
}

/** An amount of a unit. */
function quantityIn(tokens: readonly Token[]): { amount: number; unit: Unit; used: number } | null {
  let at = 0;
  let amount: number | null = null;
  const first = numberAt(tokens, at);
  if (first !== null) {
    amount = first.value;
    at += first.used;
  }
  const fraction = fractionAt(tokens, at, amount !== null);
  if (fraction !== null) {
    // `three quarters of an hour` is three times a quarter; `two and a half hours` is two plus a half.
    amount = fraction.isOfNumber ? (amount ?? 1) * fraction.value : (amount ?? 0) + fraction.value;
    at += fraction.used;
    if (isArticle(tokens[at])) at += 1;
  }
  const unit = tokens[at];
  if (amount === null || unit?.is !== 'unit') return null;
  at += 1;
  const more = fractionAt(tokens, at, true);
  if (more !== null && tokens[at]?.is === 'and') {
    return { amount: amount + more.value, unit: unit.unit, used: at + more.used };
  }
  return { amount, unit: unit.unit, used: at };
}

function stretchOf(amount: number, unit: Unit): Stretch {
  switch (unit) {
    case 'minute':
      return { minutes: amount, days: 0, months: 0 };
    case 'hour':
      return { minutes: amount * 60, days: 0, months: 0 };
    case 'day':
      return { minutes: 0, days: amount, months: 0 };
    case 'week':
      return { minutes: 0, days: amount * 7, months: 0 };
    case 'month':
      return { minutes: 0, days: 0, months: amount };
    case 'year':
      return { minutes: 0, days: 0, months: amount * 12 };
  }
}

function sum(a: Stretch, b: Stretch): Stretch {
  return { minutes: a.minutes + b.minutes, days: a.days + b.days, months: a.months + b.months };
}

function isEmpty(said: Spoken): boolean {
  return Object.keys(said).length === 0;
}
