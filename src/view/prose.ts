/**
 * Characters that turn text around or hide a part of it. Line breaks, tabs and the joiner of emoji are not among them.
 */
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
 * Cuts a long text into pieces of at most `max` UTF-16 units. It cuts between paragraphs if it can, else between lines,
 * else between words, and never through a letter or an emoji. Code that is cut is closed and opened again. There is at
 * least one piece, which may be empty.
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

/** The place to cut a text: at most at `max`, and in the second half of that if possible. */
function cutAt(text: string, max: number): number {
  for (const between of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(between, max);
    if (at >= max / 2) return at;
  }
  // Before the letter that would go over it; a single letter that is longer than a page is cut all the same.
  const at = graphemes.segment(text).containing(max)?.index ?? 0;
  return at === 0 ? max : at;
}
