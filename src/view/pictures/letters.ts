/** The code points that the text fonts and the emoji font can draw. */
export interface Coverage {
  readonly letters: (codePoint: number) => boolean;
  readonly emoji: (codePoint: number) => boolean;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Characters that are invisible, or change the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const MARK = /\p{M}/gu;
/** Letters and digits. If one is dropped, the rest would be another word. */
const IN_WORDS = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
/** Emoji, keycaps and flags, without the three signs that texts use as signs. */
const EMOJI =
  /\p{Emoji_Presentation}|(?![©®™])\p{Extended_Pictographic}|\uFE0F|\u20E3|\p{Regional_Indicator}/u;
/** Characters that join emoji or choose their look. No font draws them by themselves. */
const JOINERS = /\u200D|\uFE0E|\uFE0F/gu;

/** Hyphens that files write differently, and that look the same. */
const HYPHENS = /[\u2010\u2011]/g;

/** The graphemes of a text: what a reader sees as single letters and emoji. */
export function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Whether a grapheme is an emoji. */
export function isEmoji(grapheme: string): boolean {
  return EMOJI.test(grapheme);
}

/**
 * Removes what the fonts cannot draw, so that no boxes appear. An unknown sign is dropped, and an unknown letter drops
 * its whole word. Fancy letters become plain ones, and stacked accents are dropped.
 * @returns null if no letter, digit or emoji is left. If a word was dropped, a letter must be left: the number of a
 * chapter says nothing without its title
 */
export function drawable(text: string, covers: Coverage): string | null {
  const words = text.normalize('NFC').replace(HYPHENS, '-').split(/\s+/u);
  const drawn = words.map((word) => drawableWord(word, covers));
  const kept = drawn.filter((word) => word !== '').join(' ');
  const isWhole = words.every((word, index) => drawn[index] !== '' || !IN_WORDS.test(word));
  if (!isWhole) return LETTER.test(kept) ? kept : null;
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

/** @returns the grapheme as it can be drawn, or null if it cannot be drawn */
function drawableGrapheme(grapheme: string, covers: Coverage): string | null {
  if (isEmoji(grapheme)) return isDrawnBy(covers.emoji, grapheme.replace(JOINERS, '')) ? grapheme : null;
  const plain = grapheme.replace(UNSEEN, '');
  for (const form of [plain, bare(plain), bare(plain.normalize('NFKC'))]) {
    if (form !== '' && isDrawnBy(covers.letters, form)) return form;
  }
  return null;
}

/** Drops the accents that do not form a letter of their own. Ten stacked accents would be drawn over other text. */
function bare(letters: string): string {
  return letters.replace(UNSEEN, '').replace(MARK, '');
}

function isDrawnBy(covers: (codePoint: number) => boolean, letters: string): boolean {
  return Array.from(letters).every((character) => covers(character.codePointAt(0) ?? 0));
}
