/** Discord's clients break text at these, hide it, or turn its direction around: none has a use in a title or name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
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

/** A link of a roadmap, without a preview. The address is written so that it cannot end the link early. */
export function maskedLink(label: string, url: string): string {
  const address = url
    .replace(/[<>()\s\\]/g, encodeURIComponent)
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  return `[${inline(clip(plain(label), 80))}](<${address}>)`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts text to at most `max` UTF-16 units, the stricter way of counting, never through a letter or an emoji. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Only text with letters that are written from right to left can turn what follows it around. */
function needsIsolation(text: string): boolean {
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);
}
