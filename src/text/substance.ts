/**
 * The least that a text about a topic needs: how many letters, digits or operators, and how many different
 * ones.
 */
const LEAST = { letters: 8, different: 5 };

/** Scripts in which each sign is a syllable or a word, and says as much as several letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const DENSE_WEIGHT = 3;

/** Whether a text has a letter or a digit. */
export function saysAnything(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * Whether a text is long and varied enough to show knowledge. A command with its options is; `.`, `ok` and
 * `aaaaaaaaaaaa` are not. It is not meant to tell sense from nonsense.
 */
export function saysEnough(text: string): boolean {
  const seen = new Set<string>();
  let letters = 0;
  let different = 0;
  for (const [letter] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}\p{Sm}\p{Sc}]/gu)) {
    const weight = DENSE.test(letter) ? DENSE_WEIGHT : 1;
    letters += weight;
    if (!seen.has(letter)) different += weight;
    seen.add(letter);
    if (letters >= LEAST.letters && different >= LEAST.different) return true;
  }
  return false;
}
