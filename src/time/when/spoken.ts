import type { Token } from './tokens.ts';
import type { Spoken, Matched, Matcher } from './said.ts';
import { after } from './stretches.ts';
import { months, days } from './days.ts';
import { except, weekdays } from './weekdays.ts';
import { pastTheHour, clock, dottedPair, parts, bareNumber } from './clocks.ts';
import { oncePer, every } from './repetition.ts';

/** The order matters: a matcher for several words comes before one for the first of them. */
const MATCHERS: readonly Matcher[] = [
  after,
  except,
  oncePer,
  every,
  months,
  days,
  weekdays,
  pastTheHour,
  clock,
  dottedPair,
  parts,
  bareNumber,
  fillers,
];

/**
 * The meaning of all words together.
 * @returns null if a word is left over, or two of them contradict each other
 */
export function spokenIn(tokens: readonly Token[]): Spoken | null {
  let said: Spoken = {};
  let rest = tokens;
  while (rest.length > 0) {
    const matched = firstMatch(rest, said);
    if (matched === null || isSaidTwice(said, matched.said)) return null;
    said = { ...said, ...matched.said };
    rest = rest.slice(matched.used);
  }
  return said;
}

function firstMatch(tokens: readonly Token[], said: Spoken): Matched | null {
  for (const matcher of MATCHERS) {
    const matched = matcher(tokens, said);
    if (matched !== null) return matched;
  }
  return null;
}

function isSaidTwice(before: Spoken, next: Spoken): boolean {
  return Object.keys(next).some((slot) => slot !== 'every' && Object.hasOwn(before, slot));
}

function fillers(tokens: readonly Token[]): Matched | null {
  const [first, second] = tokens;
  if (first?.is === 'at' && second?.is === 'part') return { used: 1, said: {} };
  // A comma or "and" between two parts adds nothing: `friday, 9am`.
  return first?.is === 'filler' || (first?.is === 'and' && tokens.length > 1) ? { used: 1, said: {} } : null;
}
