import { words } from './fold.ts';

/** A piece of a text as it was written, and whether it matches a word of the search. */
interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** An excerpt in pieces, and whether the text goes on before and after it. */
export interface Excerpt {
  readonly pieces: readonly Piece[];
  readonly goesBefore: boolean;
  readonly goesAfter: boolean;
}

interface Found {
  readonly from: number;
  readonly to: number;
  /** The index of the searched word that this word begins with. */
  readonly word: number;
}

/** A word with its accents and apostrophes, and with the `++` and `#` of `C++` and `C#`. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}+#]|['’](?=\p{L}))*/gu;
/** The share of an excerpt that may stand before the first match. */
const BEFORE = 0.25;

/**
 * The part of a text that matches a search best. It holds as many different words of the search as fit into `max`
 * UTF-16 units, and is cut between words.
 * @param typed folded words; each matches itself, or the words that begin with it where the text does not have it. A
 *   single letter only matches itself
 * @returns the excerpt, or the beginning of the text if nothing matches
 */
export function excerptOf(text: string, typed: readonly string[], max: number): Excerpt {
  const found = findAll(text, typed);
  const first = richest(found, max * (1 - BEFORE));
  const from = first === null ? 0 : wordStart(text, Math.max(0, first.from - Math.floor(max * BEFORE)));
  const to = wordEnd(text, Math.min(text.length, from + max), from);
  const pieces: Piece[] = [];
  let at = from;
  for (const one of found) {
    if (one.from < at || one.to > to) continue;
    pieces.push({ text: text.slice(at, one.from), isFound: false });
    pieces.push({ text: text.slice(one.from, one.to), isFound: true });
    at = one.to;
  }
  pieces.push({ text: text.slice(at, to), isFound: false });
  return {
    pieces: pieces.filter((piece) => piece.text !== ''),
    goesBefore: text.slice(0, from).trim() !== '',
    goesAfter: text.slice(to).trim() !== '',
  };
}

/** The words of a text that match. Where the text has a searched word itself, words that only begin with it do not. */
function findAll(text: string, typed: readonly string[]): readonly Found[] {
  const found = [...text.matchAll(WORD)].flatMap((match) => {
    const folded = words(match[0]);
    const whole = typed.findIndex((wanted) => folded.includes(wanted));
    const word =
      whole === -1
        ? typed.findIndex((wanted) => wanted.length > 1 && folded.some((own) => own.startsWith(wanted)))
        : whole;
    const place = { from: match.index, to: match.index + match[0].length };
    return word === -1 ? [] : [{ ...place, word, isWhole: whole !== -1 }];
  });
  const said = new Set(found.filter(({ isWhole }) => isWhole).map(({ word }) => word));
  return found.filter(({ word, isWhole }) => isWhole || !said.has(word));
}

/**
 * The first match of the span that has the most different words of the search; the first such span if there are
 * several.
 */
function richest(found: readonly Found[], span: number): Found | null {
  let best: Found | null = null;
  let most = 0;
  // Two indexes move over the matches. `counts` says how often each word stands between them.
  const counts = new Map<number, number>();
  let end = 0;
  for (const one of found) {
    for (let next = found[end]; next !== undefined && next.to <= one.from + span; next = found[end]) {
      counts.set(next.word, (counts.get(next.word) ?? 0) + 1);
      end += 1;
    }
    if (counts.size > most) [best, most] = [one, counts.size];
    const left = (counts.get(one.word) ?? 0) - 1;
    if (left > 0) counts.set(one.word, left);
    else counts.delete(one.word);
  }
  return best;
}

/** The next beginning of a word at or after a place, or the place itself if no word begins near it. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at - 1, at + 40).search(/\s\S/u);
  return space === -1 ? graphemeStart(text, at) : at + space;
}

/** The last end of a word at or before a place, but after `least`. */
function wordEnd(text: string, at: number, least: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(least, at + 1).search(/\s\S*$/u);
  return space > (at - least) / 2 ? least + space : graphemeStart(text, at);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The start of the letter or emoji that stands at a place. */
function graphemeStart(text: string, at: number): number {
  // A letter is hardly ever longer than this, even with many accents, so nothing further back is read.
  const from = Math.max(0, at - 64);
  return from + (graphemes.segment(text.slice(from, at + 64)).containing(at - from)?.index ?? at - from);
}
