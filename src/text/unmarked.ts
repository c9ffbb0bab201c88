const FENCE = /^\s*(?:`{3,}|~{3,})/;
const HEADING = /^#{1,6}\s+(.*)$/;
/** A line that ends in a mark needs no other before the next. */
const ENDED = /[.:;,!?…]$/;
/** What stands before a quote or an item of a list, with its box. */
const BEFORE = /^(?:\s*(?:>|[-*+]\s|\d{1,3}[.)]\s))+\s*(?:\[[ xX]\]\s+)?/;
/* The lengths are limited. Otherwise a long text of opening marks alone would take the square of its length. */
const LINK = /!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/g;
/** Marks around words: bold, struck, hidden, code, and cursive. */
const AROUND = /(\*\*|__|~~|\|\||`)(?=\S)(.{1,300}?)(?<=\S)\1/g;
const CURSIVE = /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;

/**
 * A text without its Markdown marks in one line, for excerpts. A middle dot stands where a line ended without a mark of
 * its own, and a colon behind a heading, since its text follows it at once. A block of code stays as it is, and so does
 * what looks like a mark and has no partner.
 */
export function unmarked(markdown: string): string {
  let isCode = false;
  const lines = markdown.split(/\r?\n/).flatMap((line) => {
    if (FENCE.test(line)) {
      isCode = !isCode;
      return [];
    }
    return [isCode ? line : unmarkedLine(line)];
  });
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce(
      (said, line) => (said === '' || ENDED.test(said) ? `${said} ${line}`.trim() : `${said} · ${line}`),
      '',
    );
}

function unmarkedLine(line: string): string {
  const heading = headingOf(line);
  // Marks may stand within marks (`**~~old~~**`), so they are taken off twice.
  const shown = (heading ?? line.replace(BEFORE, ''))
    .replace(LINK, '$1')
    .replace(AROUND, '$2')
    .replace(AROUND, '$2')
    .replace(CURSIVE, '$2');
  return heading === null || shown === '' || /\p{P}$/u.test(shown) ? shown : `${shown}:`;
}

/** The text of a heading without the marks that may close it; null for other lines. */
function headingOf(line: string): string | null {
  const found = HEADING.exec(line)?.[1]?.trimEnd();
  if (found === undefined) return null;
  let end = found.length;
  while (found[end - 1] === '#') end -= 1;
  return end === found.length || /\s/.test(found[end - 1] ?? ' ') ? found.slice(0, end).trimEnd() : found;
}
