import type { Card } from './card.ts';
import type { Side } from './side.ts';

/** How many topics have their words counted between two turns of the event loop. */
const AT_A_TIME = 100;

/** The weight of a word. It is greater the rarer the word is in both versions. */
export type Rarity = (word: string) => number;

/** Counts the words of both versions, and makes the weights. It yields every few topics. */
export function* rarityIn(old: Side, next: Side): Generator<void, Rarity> {
  const counts = new Map<string, number>();
  for (const [at, { words }] of [...old.cards, ...next.cards].entries()) {
    if (at % AT_A_TIME === 0) yield;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const total = old.cards.length + next.cards.length;
  const weights = new Map([...counts].map(([word, count]) => [word, Math.log(1 + total / count)]));
  return (word) => weights.get(word) ?? 0;
}

/** How much of two titles was kept, lost and added, as weights of words. */
export interface Comparison {
  readonly kept: number;
  readonly lost: number;
  readonly gained: number;
}

/** Compares two titles word by word. A word that differs by a letter or two counts as kept. */
export function compareTitles(old: Card, next: Card, rarity: Rarity): Comparison {
  const gone = old.words.filter((word) => !next.wordSet.has(word));
  const come = next.words.filter((word) => !old.wordSet.has(word));
  let kept = old.words.reduce((sum, word) => sum + (next.wordSet.has(word) ? rarity(word) : 0), 0);
  let gained = come.reduce((sum, word) => sum + rarity(word), 0);
  let lost = 0;
  for (const word of gone) {
    const at = come.findIndex((other) => nearlySame(word, other));
    if (at === -1) {
      lost += rarity(word);
      continue;
    }
    const [other = ''] = come.splice(at, 1);
    gained -= rarity(other);
    kept += (rarity(word) + rarity(other)) / 2;
  }
  return { kept, lost, gained };
}

/**
 * Whether two words are spellings or forms of the same word: `sensetive` and `sensitive`, `endpoint` and `endpoints`.
 * They must begin alike, because `decode` is not `encode`. Short words and words with digits must be equal.
 */
function nearlySame(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const most = shorter >= 8 ? 2 : 1;
  if (shorter < 5 || Math.abs(a.length - b.length) > most || /\d/u.test(a + b)) return false;
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  if (start < 3) return false;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= most;
}
