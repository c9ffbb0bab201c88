/**
 * Makes a step of a key from a title: lower-case letters, digits and hyphens. Letters lose their accents, `C++` and
 * `C#` stay different from `C`, and a title of only emoji becomes their code points, so that no step is empty.
 */
export function slug(title: string): string {
  const letters = lowerCase(title)
    .replaceAll('+', ' plus ')
    .replaceAll('#', ' sharp ')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  if (letters) return letters.join('-');
  return Array.from(title, (character) => character.codePointAt(0)?.toString(16)).join('-');
}

function lowerCase(title: string): string {
  // Most titles are ASCII, and need none of the slow steps.
  if (/^[\0-\x7f]*$/u.test(title)) return title.toLowerCase();
  return title
    .toLocaleLowerCase('tr')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/gu, '')
    .normalize('NFC');
}

/** Hands out keys, each only once. */
export class Keys {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  /**
   * Keeps an id for the line that declares it. It has to be called for all ids before the first `next`.
   * @returns whether the line gets the id: no other has declared it
   */
  reserve(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }

  /** The wanted key, or the first free one of `-2`, `-3`... */
  next(wanted: string): string {
    let count = this.#counts.get(wanted) ?? 0;
    let key: string;
    do {
      count += 1;
      key = count === 1 ? wanted : `${wanted}-${count}`;
    } while (this.#taken.has(key));
    this.#counts.set(wanted, count);
    this.#taken.add(key);
    return key;
  }
}
