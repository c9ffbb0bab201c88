/** Discord's clients break text at these, hide it, or turn its direction around: none has a use in a title or name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Joins emoji such as families and flags; alone among the format characters, it changes what is seen for the better. */
const ZERO_WIDTH_JOINER = '\u200D';
const MARKDOWN = /[\\`*_~|[\]()<>#\-+:@!]/g;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Member text within a line of ours: a title, a name. Whatever was written is shown as it was typed, and does
 * nothing: no mention, link, heading, list, quote or code, no turning of the text around it.
 */
export function inline(text: string): string {
  const escaped = plain(text).replace(MARKDOWN, (mark) => `\\${mark}`);
  // A digit and a dot at the start of a line make a numbered list.
  const safe = escaped.replace(/^(\d+)\./, '$1\\.');
  return needsIsolation(safe) ? `${FIRST_STRONG_ISOLATE}${safe}${POP_ISOLATE}` : safe;
}

/** Member text where Discord reads no Markdown: button labels, choices, modal titles. One line, nothing unseen. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, (character) => (character === ZERO_WIDTH_JOINER ? character : ''))
    .trim();
}

/** A link of a roadmap, without a preview. Neither its address nor its label can end it early or hide where it leads. */
export function maskedLink(label: string, url: string): string {
  const address = url
    .replace(/[<>()\s\\]/g, encodeURIComponent)
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  // Within a link Discord counts brackets, escaped or not.
  const named = honest(plain(label), url).replaceAll('[', '(').replaceAll(']', ')');
  return `[${inline(named)}](<${address}>)`;
}

/** A label that looks like another address than the link's target is marked as a label. */
function honest(label: string, url: string): string {
  const shown = clip(label, 80);
  const host = URL.parse(url)?.hostname ?? '';
  const named = label.toLowerCase().match(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu) ?? [];
  const nodes = named.map((node) => node.replace(/^www\./, ''));
  return nodes.every((node) => host === node || host.endsWith(`.${node}`)) ? shown : `${shown} (${host})`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts text to at most `max` UTF-16 units, the stricter way of counting, never through a letter or an emoji. What
 * `inline` has isolated stays so.
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

/** The blocks of Unicode that are set aside for letters written from right to left: only those turn what follows around. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

function needsIsolation(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
