/**
 * Folds a text for comparison: no case, no accents, and the Turkish letters both ways, so that `Isı`, `İSİ` and `isi`
 * are one. Folding twice changes nothing.
 */
export function fold(text: string): string {
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
  const folded = fold(text);
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

/**
 * How many typos (a letter added, left out, changed, or two swapped) lie between what was typed and a word: the whole
 * word, and the best of its beginnings, for one who is still typing.
 * Optimal string alignment, after Damerau (1964).
 */
export function typos(typed: string, word: string): { readonly whole: number; readonly beginning: number } {
  let above: number[] = [];
  let previous = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = typed[i - 1] === word[j - 1];
      let cost = Math.min(
        cell(previous, j) + 1,
        cell(row, j - 1) + 1,
        cell(previous, j - 1) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
        cost = Math.min(cost, cell(above, j - 2) + 1);
      }
      row.push(cost);
    }
    above = previous;
    previous = row;
  }
  return { whole: cell(previous, word.length), beginning: Math.min(...previous) };
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
