import { parser } from '../markdown/page.ts';
import { noText } from '../markdown/text.ts';
import { titleOf } from '../tree/title.ts';
import { LIMITS } from '../roadmap-error.ts';
import type { Resource } from '../roadmap.ts';

/**
 * A typed text as the reader of files would give it: on one line, in NFC, without control, invisible and direction
 * characters.
 */
export function tidied(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .replace(/ +/gu, ' ')
    .replace(/^[\s\u200C\u200D]+|[\s\u200C\u200D]+$/gu, '');
}

/**
 * The title that a typed text gives. What note programs write behind titles is dropped.
 * @returns null if it has nothing visible, or is too long for a title
 */
export function titleTyped(typed: string): string | null {
  const made = titleOf({ ...noText(1), plain: tidied(typed) });
  if (made === null || made.whole !== null || Array.from(made.title).length > LIMITS.title) return null;
  return made.title;
}

/** A title for a comment in the file. A comment ends at the first arrow, so the title must not contain one. */
export function titleInComment(typed: string): string | null {
  return titleTyped(tidied(typed).replace(/--+>?/gu, '–'));
}

/** A typed link as it reads from a file. @param link its address as `webAddress` gives it */
export function linkTyped({ label, url }: Resource): Resource {
  const address = parser.normalizeLink(url.replaceAll('\\', '%5C'));
  return { label: tidied(label) || bareLabel(address), url: address };
}

/**
 * Ways to write a text so that it reads as itself: with as few escapes as possible, with every sign escaped, with
 * every letter as an entity.
 */
export const SPELLINGS: readonly ((text: string) => string)[] = [escaped, signsSpelled, allSpelled];

/** The text with a backslash before what Markdown would take for a mark. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<>~|]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|&(?=[#\p{L}])|:(?=\/\/)/gu, '\\$&')
    .replace(/^[-+=#]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

function signsSpelled(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} ]/gu, spelled);
}

function allSpelled(text: string): string {
  return text.replace(/[^ ]/gu, spelled);
}

function spelled(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

/**
 * A link as it is written in a file: with its label, or bare if the label is its address.
 * @param link as `linkTyped` gives it, so that no character ends it early
 */
export function writtenLink({ label, url }: Resource, spell: (text: string) => string): string {
  if (label === bareLabel(url)) return `<${url}>`;
  const address = url.replace(/&(?=#?\w+;)/gu, '&amp;');
  return `[${spell(label)}](<${address}>)`;
}

/** The label of a link that was given without one. */
export function bareLabel(url: string): string {
  return url.replace(/^https?:\/\//u, '');
}
