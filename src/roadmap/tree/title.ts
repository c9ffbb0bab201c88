import { LIMITS } from '../roadmap-error.ts';
import { type Text, isVisible } from '../markdown/text.ts';

/** A title that fits into a list, and the whole title if it was cut. */
export interface Title {
  readonly title: string;
  readonly whole: string | null;
}

/** @returns the title of a text, or null if nothing in it is visible */
export function titleOf(text: Text): Title | null {
  const words = isVisible(text.plain) ? text.plain : text.pictured;
  if (!isVisible(words)) return null;
  const own = ownWords(words);
  const title = isVisible(own) ? own : words;
  const cut = shorten(title);
  return { title: cut, whole: cut === title ? null : title };
}

/** Signs that note programs write before a title, and separators after a sign. */
const BEFORE: readonly RegExp[] = [/^#(?:task|todo|yapılacak)\s+/iu, /^(?:[-–—:|]\s+)+/u];
/**
 * Signs at the end of a title: tags, names of blocks and headings, footnotes, dates and priorities of tasks, fields.
 */
const BEHIND: readonly RegExp[] = [
  /\s\^[\w-]{3,}$/u,
  /\s*\{:?\s*[#.][^{}]*\}$/u,
  /\s*\[\^[^[\]]+\]$/u,
  /\s#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*$/u,
  /\s*(?:📅|⏳|🛫|➕|✅|❌|🗓️?)\s*\d{4}-\d{2}-\d{2}$/u,
  /\s*🔁\s*every\b[^🔁]*$/u,
  /\s*(?:🔺|⏫|🔼|🔽|⏬)\uFE0F?$/u,
  /\s*(?:🆔|⛔)\uFE0F?\s*[a-z0-9,]{4,}$/u,
  /\s*🏁\s*(?:delete|keep)$/u,
  /\s*[[(][\p{L}\w-]+::[^[\]()]*[\])]$/u,
  /\s@(?:due|done|started|start)\([^()]*\)$/u,
  /[\s:：]+$/u,
  /\s[-–—|]$/u,
];

/** Most titles: single spaces between words without any sign of the patterns above, which take long. */
const PLAIN = /^(?:[\p{L}\p{N},.'’/&+()]+ )*[\p{L}\p{N},.'’/&+()]+$/u;

/**
 * Reduces a title to its own words. Each round removes one thing from its end, so tags and dates may stand in any
 * order.
 */
function ownWords(words: string): string {
  if (PLAIN.test(words)) return words;
  let title = words
    .replace(/!\[\[[^[\]]*\]\]/gu, '')
    // Obsidian's comments and highlights.
    .replace(/%%[^%]+%%/gu, '')
    .replace(/==(?=\S)([^=]+)(?<=\S)==/gu, '$1')
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/gu, (_, name: string) => name.replace('#', ' > '))
    .replace(/(?<=^|\s):[a-z0-9_+-]+:(?=\s|$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  for (const pattern of BEFORE) title = title.replace(pattern, '') || title;
  for (let rounds = 0; rounds < 20; rounds += 1) {
    // Only the end is searched, because a pattern that begins with spaces would try every space of a long title.
    const [head, tail] = [title.slice(0, -120), title.slice(-120)];
    const pattern = BEHIND.find((one) => one.test(tail));
    if (!pattern) break;
    const shorter = (head + tail.replace(pattern, '')).trim();
    if (!isVisible(shorter) || shorter === title) break;
    title = shorter;
  }
  return title;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts a title that is too long: after a word that ends in its second half, else between two letters. */
function shorten(title: string): string {
  const letters = Array.from(title);
  if (letters.length <= LIMITS.title) return title;
  const start = letters.slice(0, LIMITS.title - 1).join('');
  const space = letters.slice(0, LIMITS.title).join('').lastIndexOf(' ');
  if (space > start.length / 2) return `${start.slice(0, space).replace(/[\s,;:.–—-]+$/u, '')}…`;
  // The last letter may go on after the cut: an accent, or a joined emoji.
  const last = [...graphemes.segment(letters.slice(0, LIMITS.title + 32).join(''))].findLast(
    ({ index, segment }) => index + segment.length <= start.length,
  );
  return `${start.slice(0, last ? last.index + last.segment.length : start.length)}…`;
}
