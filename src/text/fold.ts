/** Most titles are ASCII, and need none of the slow steps. */
const ASCII = /^[\0-\x7f]*$/u;

/**
 * Folds a text for comparison. It drops case and accents, and treats the Turkish letters as their Latin pairs, so that
 * `Isı`, `İSİ` and `isi` are equal. Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // Decomposing comes first, because some compatibility forms (™) decompose into capitals.
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('tr')
    .replaceAll('ı', 'i');
}

/**
 * The words of a text, folded: `API's & C++` gives `apis`, `and`, `c++`. Ornaments count as words only if the text has
 * nothing else.
 */
export function words(text: string): readonly string[] {
  return wordsIn(fold(text));
}

/** The words of a text that is already folded. */
export function wordsIn(folded: string): readonly string[] {
  const found = folded
    .replace(/['’]/g, '')
    .replaceAll('&', ' and ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu);
  if (found !== null) return found;
  const rest = folded.trim();
  return rest === '' ? [] : [rest];
}

/** The first letters of several words, with and without the short words: `iac` and `ic`. A single word has none. */
export function initials(parts: readonly string[]): readonly string[] {
  const short = parts.filter((part) => part.length > 3);
  return [parts, short]
    .filter((list) => list.length > 1)
    .map((list) => list.map((part) => part.charAt(0)).join(''));
}

/**
 * The letters of a word as a set of 32 bits. Some letters share a bit, so the set may claim too much, never too little.
 */
export function letterSet(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index += 1) set |= 1 << (word.charCodeAt(index) % 32);
  return set;
}

/** How many letters of the first set are missing from the second. */
export function missing(set: number, from: number): number {
  let left = set & ~from;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Counts the typos between a typed text and a word: against the whole word, and against its nearest beginning. */
export type TypoCounter = (word: string) => { readonly whole: number; readonly beginning: number };

/**
 * Counts the typos between a typed text and words. A typo is a letter that was added, left out or changed, or two that
 * were swapped. Beginnings of words are counted too, because people are still typing. Everything above `limit` counts
 * as `limit + 1`. This is optimal string alignment (Damerau 1964) without the cells that are more than `limit` off the
 * diagonal.
 */
export function typosOf(typed: string, limit: number): TypoCounter {
  const tooMany = limit + 1;
  const width = typed.length + limit + 2;
  // One table serves all words. Row i, column j is the cost of i typed letters against j letters of the word.
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

/** The typos between a typed text and a single word, without a limit. */
export function typos(typed: string, word: string): ReturnType<TypoCounter> {
  return typosOf(typed, Math.max(typed.length, word.length))(word);
}
