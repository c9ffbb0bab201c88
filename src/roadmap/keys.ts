import { RoadmapError } from './roadmap-error.ts';

/**
 * A title as a step of a key: small letters, digits and hyphens. Letters lose their marks, `C++` and `C#` stay apart
 * from `C`, and a title of nothing but emoji is spelled by its code points, so that no step is empty.
 */
export function slug(title: string): string {
  const letters = title
    .toLocaleLowerCase('tr')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/gu, '')
    .normalize('NFC')
    .replaceAll('+', ' plus ')
    .replaceAll('#', ' sharp ')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  if (letters) return letters.join('-');
  return Array.from(title, (character) => character.codePointAt(0)?.toString(16)).join('-');
}

/** Hands out keys, each once. */
export class Keys {
  /** The keys that are taken, and the lines of those that the file itself names. */
  readonly #taken = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  /**
   * Keeps an id for the line that names it. To be called for all ids before the first `next`.
   * @throws RoadmapError if another line has named it
   */
  reserve(id: string, line: number): void {
    const firstLine = this.#taken.get(id);
    if (firstLine !== undefined) throw new RoadmapError(line, { code: 'duplicate-id', id, firstLine });
    this.#taken.set(id, line);
  }

  /** The wanted key, or the first of `-2`, `-3`... that is free. */
  next(wanted: string): string {
    let count = this.#counts.get(wanted) ?? 0;
    let key: string;
    do {
      count += 1;
      key = count === 1 ? wanted : `${wanted}-${count}`;
    } while (this.#taken.has(key));
    this.#counts.set(wanted, count);
    this.#taken.set(key, 0);
    return key;
  }
}
