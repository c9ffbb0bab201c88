/** Characters that break a text, hide it or turn its direction around. None is of use in a title or a name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Joins several emoji into one, such as families and flags. It is the only format character that is kept. */
const ZERO_WIDTH_JOINER = '\u200D';
const MARKDOWN = /[\\`*_~|[\]()<>#\-+:@!]/g;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Makes member text safe within a line of ours, such as a title or a name. It is shown as it was typed and has no
 * effect: no mention, link, heading, list, quote or code, and no change of direction.
 */
export function inline(text: string): string {
  const escaped = plain(text).replace(MARKDOWN, (mark) => `\\${mark}`);
  // A digit and a dot at the start of a line would make a numbered list.
  const safe = escaped.replace(/^(\d+)\./, '$1\\.');
  return needsIsolation(safe) ? `${FIRST_STRONG_ISOLATE}${safe}${POP_ISOLATE}` : safe;
}

/**
 * Member text for places where Discord reads no Markdown: button labels, choices, titles of forms. It is one line,
 * without invisible characters.
 */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, (character) => (character === ZERO_WIDTH_JOINER ? character : ''))
    .trim();
}

/** A link without a preview. Neither its address nor its label can end it early or hide where it leads. */
export function maskedLink(label: string, url: string): string {
  const address = url
    .replace(/[<>()\s\\]/g, encodeURIComponent)
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  // Inside a link, Discord counts brackets even if they are escaped.
  const named = honest(plain(label), url).replaceAll('[', '(').replaceAll(']', ')');
  return `[${inline(named)}](<${address}>)`;
}

/** If a label looks like an address other than the link's target, it is marked as a label. */
function honest(label: string, url: string): string {
  const shown = clip(label, 80);
  const named = label.toLowerCase().match(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu);
  if (named === null) return shown;
  const host = URL.parse(url)?.hostname ?? '';
  const nodes = named.map((node) => node.replace(/^www\./, ''));
  return nodes.every((node) => host === node || host.endsWith(`.${node}`)) ? shown : `${shown} (${host})`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text to at most `max` UTF-16 units (the strictest way of counting), never through a letter or an emoji. A
 * text that `inline` has isolated stays isolated.
 */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const reserve = text.includes(FIRST_STRONG_ISOLATE) ? 2 : 1;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > max - reserve) break;
    kept += segment;
  }
  const isOpen = kept.lastIndexOf(FIRST_STRONG_ISOLATE) > kept.lastIndexOf(POP_ISOLATE);
  return `${kept.trimEnd()}…${isOpen ? POP_ISOLATE : ''}`;
}

/**
 * The blocks of Unicode for letters that are written from right to left. Only these change the direction of what
 * follows.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

function needsIsolation(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
