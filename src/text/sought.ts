/** The longest word that is compared, in characters. Nobody types a longer one. */
export const LONGEST_WORD = 500;
/** The most words of a search. A text is looked through once for each of them. */
const MOST_WORDS = 16;

/** How well a text answers a search: how many of the sought words it has, and how many of them in its title. */
export interface Standing {
  readonly said: number;
  readonly titled: number;
}

/**
 * What to look for in a text for typed words, each once. A word is looked for as the beginning of a word, and a single
 * letter (`C`, `R`) as a whole one, because half of all texts have a word that begins with it.
 * @param typed folded words, as `words` of `fold.ts` gives them. Ornaments are left out
 */
export function soughtFor(typed: readonly string[]): readonly string[] {
  const sought = typed
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => ` ${word.slice(0, LONGEST_WORD)}${word.length === 1 ? ' ' : ''}`);
  return [...new Set(sought)].slice(0, MOST_WORDS);
}

/**
 * Counts the sought words in a text.
 * @param sought as `soughtFor` gives them
 * @param title and `body` are folded words with single spaces between them
 */
export function standing(sought: readonly string[], title: string, body: string): Standing {
  const [ofTitle, ofBody] = [` ${title} `, ` ${body} `];
  let [said, titled] = [0, 0];
  for (const word of sought) {
    const isTitled = ofTitle.includes(word);
    if (isTitled) titled += 1;
    if (isTitled || ofBody.includes(word)) said += 1;
  }
  return { said, titled };
}
