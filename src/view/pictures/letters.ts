/** What the fonts can draw: asked by code point, of the text fonts and of the emoji font. */
export interface Coverage {
  readonly letters: (codePoint: number) => boolean;
  readonly emoji: (codePoint: number) => boolean;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** What is not seen, or turns its surroundings around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const MARK = /\p{M}/gu;
/** What makes a word of its own: without it, the rest of the word would be another word. */
const IN_WORDS = /[\p{L}\p{N}]/u;
/** Emoji, keycaps and flags; the three signs that texts use as signs are none. */
const EMOJI =
  /\p{Emoji_Presentation}|(?![©®™])\p{Extended_Pictographic}|\uFE0F|\u20E3|\p{Regional_Indicator}/u;
/** What holds emoji together or chooses their look: no font draws it by itself. */
const JOINERS = /\u200D|\uFE0E|\uFE0F/gu;

/** Written differently in files from everywhere, and looking the same. */
const HYPHENS = /[\u2010\u2011]/g;

/** The graphemes of a text: what a reader sees as single letters and emoji. */
export function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

export function isEmoji(grapheme: string): boolean {
  return EMOJI.test(grapheme);
}

/**
 * A text as it can be drawn without boxes. A sign that no font has is left out, a word with such a letter as a whole;
 * fancy letters become plain ones, and accents that letters do not have by themselves are dropped.
 * @returns null if no letter, digit or emoji is left
 */
export function drawable(text: string, covers: Coverage): string | null {
  const words = text
    .normalize('NFC')
    .replace(HYPHENS, '-')
    .split(/\s+/u)
    .map((word) => drawableWord(word, covers));
  const kept = words.filter((word) => word !== '').join(' ');
  return IN_WORDS.test(kept) || graphemesOf(kept).some(isEmoji) ? kept : null;
}

function drawableWord(word: string, covers: Coverage): string {
  let kept = '';
  for (const grapheme of graphemesOf(word)) {
    const drawn = drawableGrapheme(grapheme, covers);
    if (drawn === null && IN_WORDS.test(grapheme)) return '';
    kept += drawn ?? '';
  }
  return kept;
}

/** @returns null if it cannot be drawn */
function drawableGrapheme(grapheme: string, covers: Coverage): string | null {
  if (isEmoji(grapheme)) return isDrawnBy(covers.emoji, grapheme.replace(JOINERS, '')) ? grapheme : null;
  const plain = grapheme.replace(UNSEEN, '');
  for (const form of [plain, bare(plain), bare(plain.normalize('NFKC'))]) {
    if (form !== '' && isDrawnBy(covers.letters, form)) return form;
  }
  return null;
}

/** Without the marks that are no part of a letter of their own: whoever stacks ten of them has them drawn over others. */
function bare(letters: string): string {
  return letters.replace(UNSEEN, '').replace(MARK, '');
}

function isDrawnBy(covers: (codePoint: number) => boolean, letters: string): boolean {
  return Array.from(letters).every((character) => covers(character.codePointAt(0) ?? 0));
}
