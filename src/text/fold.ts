/** Most titles; they need none of what costs time. */
const ASCII = /^[\0-\x7f]*$/u;

/**
 * Folds a text for comparison: no case, no accents, and the Turkish letters both ways, so that `Isı`, `İSİ` and `isi`
 * are one. Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // Decomposed first, for a few compatibility forms (™) decompose into capitals.
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('tr')
    .replaceAll('ı', 'i');
}

/**
 * The words of a text, folded: `API's & C++` is `apis`, `and`, `c++`. Ornaments are no words, unless there is nothing
 * else.
 */
export function words(text: string): readonly string[] {
  return wordsIn(fold(text));
}

/** The words of a text that is folded already. */
export function wordsIn(folded: string): readonly string[] {
  const found = folded
    .replace(/['’]/g, '')
    .replaceAll('&', ' and ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu);
  if (found !== null) return found;
  const rest = folded.trim();
  return rest === '' ? [] : [rest];
}

/** The first letters of several words, with and without the short ones: `iac` and `ic`. None for a single word. */
export function initials(parts: readonly string[]): readonly string[] {
  const short = parts.filter((part) => part.length > 3);
  return [parts, short]
    .filter((list) => list.length > 1)
    .map((list) => list.map((part) => part.charAt(0)).join(''));
}

/** A set of the letters in a word as 32 bits; letters that share a bit only make the set less telling. */
export function letterSet(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index += 1) set |= 1 << (word.charCodeAt(index) % 32);
  return set;
}

/** How many letters of one set are missing from another. */
export function missing(set: number, from: number): number {
  let left = set & ~from;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Counts typos between what was typed and a word: the whole word, and the nearest of its beginnings. */
export type TypoCounter = (word: string) => { readonly whole: number; readonly beginning: number };

/**
 * How many typos (a letter added, left out, changed, or two swapped) lie between what was typed and words: whole ones,
 * and their beginnings, for one who is still typing. More than `limit` count as `limit + 1`.
 * Optimal string alignment, after Damerau (1964), without the cells that are further than `limit` off the diagonal.
 */
export function typosOf(typed: string, limit: number): TypoCounter {
  const tooMany = limit + 1;
  const width = typed.length + limit + 2;
  // One table for all words: row i, column j is the cost of i typed letters against j letters of the word.
  const costs = new Uint8Array((typed.length + 1) * width).fill(tooMany);
  for (let j = 0; j <= limit; j += 1) costs[j] = j;
  for (let i = 0; i <= limit && i <= typed.length; i += 1) costs[i * width] = i;
  const cost = (i: number, j: number): number => costs[i * width + j] ?? tooMany;

  return (word) => {
    const longest = Math.min(word.length, width - 2);
    for (let i = 1; i <= typed.length; i += 1) {
      let least = cost(i, 0);
      for (let j = Math.max(1, i - limit); j <= Math.min(longest, i + limit); j += 1) {
        const same = typed.charCodeAt(i - 1) === word.charCodeAt(j - 1);
        let best = Math.min(
          cost(i - 1, j - 1) + (same ? 0 : 1),
          cost(i - 1, j) + 1,
          cost(i, j - 1) + 1,
          tooMany,
        );
        if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
          best = Math.min(best, cost(i - 2, j - 2) + 1);
        }
        costs[i * width + j] = best;
        least = Math.min(least, best);
      }
      if (least > limit) return { whole: tooMany, beginning: tooMany };
    }
    let beginning = tooMany;
    for (let j = Math.max(0, typed.length - limit); j <= longest; j += 1) {
      beginning = Math.min(beginning, cost(typed.length, j));
    }
    return { whole: word.length > longest ? tooMany : cost(typed.length, longest), beginning };
  };
}

/** The typos between what was typed and a single word, however many. */
export function typos(typed: string, word: string): ReturnType<TypoCounter> {
  return typosOf(typed, Math.max(typed.length, word.length))(word);
}
