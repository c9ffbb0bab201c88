/** Turns text around or hides a part of it; line breaks and tabs stay, and the joiner of emoji. */
const UNSEEN = /(?![\n\t\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const ZERO_WIDTH_SPACE = '\u200B';
/**
 * `[label](address)`: apart by a space that is not seen, they are no link, in code as elsewhere. Nothing else is touched:
 * in `handlers[0](event)` the space would be copied along with the code.
 */
const LINK = /\](\(\s*<?\s*(?:https?|discord|mailto|tel|sms)\\*:)/gi;

/**
 * What a member wrote at length, in a text of its own: its Markdown stays, except that no link hides where it leads.
 * Mentions in it call nobody, as no message of ours allows any.
 */
export function prose(text: string): string {
  const seen = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
  return seen.replace(LINK, `]${ZERO_WIDTH_SPACE}$1`);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const FENCE = '```';

/**
 * Cuts long text into pieces of at most `max` UTF-16 units: between paragraphs if it can, else between lines, else words,
 * never through a letter or an emoji. Code that is cut is closed and opened again. At least one piece, if an empty one.
 */
export function pagesOf(text: string, max: number): readonly [string, ...string[]] {
  // Room for the fences that a cut through code adds.
  const room = max - 2 * (FENCE.length + 1);
  if (text.length <= max) return [text];
  const cut = cutAt(text, room);
  const head = text.slice(0, cut).trimEnd();
  const rest = text.slice(cut).trimStart();
  const isInCode = (head.split(FENCE).length - 1) % 2 === 1;
  if (rest === '') return [head];
  return isInCode
    ? [`${head}\n${FENCE}`, ...pagesOf(`${FENCE}\n${rest}`, max)]
    : [head, ...pagesOf(rest, max)];
}

/** Where to cut so that what comes before is at most `max` long, and at least half of that where there is a choice. */
function cutAt(text: string, max: number): number {
  for (const between of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(between, max);
    if (at >= max / 2) return at;
  }
  // Before the letter that would go over it; a single letter that is longer than a page is cut all the same.
  const at = graphemes.segment(text).containing(max)?.index ?? 0;
  return at === 0 ? max : at;
}
