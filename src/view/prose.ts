/**
 * Characters that change the direction of text or hide a part of it. Line breaks, tabs and the joiner of emoji are
 * not among them.
 */
const UNSEEN = /(?![\n\t\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const ZERO_WIDTH_SPACE = '\u200B';
/**
 * The start of a link, `[label](address)`. An invisible space between the two parts breaks the link, in code as well.
 * Other brackets stay as they are: in `handlers[0](event)` the space would be copied with the code.
 */
const LINK = /\](\(\s*<?\s*(?:https?|discord|mailto|tel|sms)\\*:)/gi;

/**
 * Makes a member's long text safe in a text display of its own. Its Markdown stays, but no link can hide where it
 * leads. Mentions in it notify nobody, because our messages allow none.
 */
export function prose(text: string): string {
  const seen = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
  return seen.replace(LINK, `]${ZERO_WIDTH_SPACE}$1`);
}

const FENCE = '```';
const HEADING = /^#{1,3}[ \t]+(.*)$/gm;

/**
 * Headings as lines in bold type, for a text inside of one of our cards, where the card's own headings are the large
 * ones. What looks like a heading in code stays.
 */
export function calm(text: string): string {
  return text
    .split(FENCE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(HEADING, (line, title: string) => {
            const named = withoutClosing(title.replaceAll('**', '').trim());
            return named === '' ? line : `**${named}**`;
          }),
    )
    .join(FENCE);
}

/** A heading without the marks that may close it, as in `## Title ##`. */
function withoutClosing(title: string): string {
  const last = title.lastIndexOf(' ') + 1;
  return last > 0 && title.slice(last).replaceAll('#', '') === '' ? title.slice(0, last).trimEnd() : title;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/**
 * Cuts a long text into pieces of at most `max` UTF-16 units. It cuts between paragraphs if it can, else between lines,
 * else between words, and never through a letter or an emoji. Code that is cut is closed and opened again. There is at
 * least one piece, which may be empty.
 */
export function pagesOf(text: string, max: number): readonly [string, ...string[]] {
  // A cut through code adds fences, which need this room.
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

/** Where to cut a text: at `max` at the latest, and in its second half if possible. */
function cutAt(text: string, max: number): number {
  for (const between of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(between, max);
    if (at >= max / 2) return at;
  }
  // The cut is before the letter that would not fit. Only a letter longer than a page is cut.
  const at = graphemes.segment(text).containing(max)?.index ?? 0;
  return at === 0 ? max : at;
}
