/** So many letters, digits or operators are the least that says something of a topic, and so many of them differ. */
const LEAST = { letters: 8, different: 5 };

/** Scripts whose every sign is a syllable or a word: each says as much as several letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const DENSE_WEIGHT = 3;

/** Whether there is anything in a text that can be read: a letter or a digit. */
export function saysAnything(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * Whether a text says enough to show that somebody knows something: a command with its options does, `.`, `ok` and
 * `aaaaaaaaaaaa` do not. It cannot tell sense from nonsense, and is not meant to.
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
