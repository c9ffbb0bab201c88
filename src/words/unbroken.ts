import type { Words } from './words.ts';

/**
 * The places where a line must not break: between a number and its unit (`2 h`, `60 dk`), in `12 of 37`, and between a
 * mark and its number (`◆ 3`).
 */
const TOGETHER = /(?<=\d) (?=(?:h|min|sa|dk|MB)(?![\p{L}\d])|of \d)|(?<=\d of) (?=\d)|(?<=[◆●◐○]) (?=\d)/gu;

/** The same words, with a no-break space in these places. */
export function unbroken(words: Words): Words {
  return throughout(words, (text) => text.replaceAll(TOGETHER, '\u00A0'));
}

/** A copy of a catalogue in which every text is changed, as is every text that its functions return. */
export function throughout<T>(part: T, change: (text: string) => string): T;
export function throughout(part: unknown, change: (text: string) => string): unknown {
  if (typeof part === 'string') return change(part);
  if (typeof part === 'function')
    return (...given: readonly unknown[]) => throughout(Reflect.apply(part, undefined, given), change);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, throughout(each, change)]));
}
