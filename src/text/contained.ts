import MarkdownIt, { type Token } from 'markdown-it';

/** Reads HTML as text, because Discord shows it as text. */
const withoutHtml = new MarkdownIt('commonmark', { html: false });
/** Reads HTML as HTML, as most programs will that open the file. */
const asRead = new MarkdownIt('commonmark', { html: true });

const DEEPEST = 6;
const LONGEST_ADDRESS = 2000;
const AUTOLINK = /^<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/i;

/**
 * Makes a member's Markdown safe inside a larger file. It stays as it was written, but its headings move below ours,
 * its HTML becomes text, and an open code block is closed at its end. If it would still break out of its place, all of
 * it becomes a code block.
 * @param under the level of the heading that it stands under, 1 to 5
 */
export function contained(markdown: string, under: number): string {
  const text = markdown.replaceAll(/\r\n?/g, '\n').trimEnd();
  const demoted = demoteHeadings(escapeHtml(text), under).trimEnd();
  const candidates = [demoted, `${demoted}\n\`\`\``, `${demoted}\n~~~`];
  return candidates.find((candidate) => isContained(candidate, under)) ?? asCode(text);
}

/**
 * Whether the text stays in its place: a heading after it is still a heading, its own headings are below `under`, and
 * it has no HTML.
 */
function isContained(text: string, under: number): boolean {
  const tokens = asRead.parse(`${text}\n\n# end\n`, {});
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  const [end] = headings.splice(-1);
  if (end?.tag !== 'h1' || end.level !== 0 || tokens.at(-1)?.type !== 'heading_close') return false;
  return tokens.every(isNoHtml) && headings.every(({ tag }) => Number(tag.slice(1)) > under);
}

function isNoHtml({ type, children }: Token): boolean {
  return type !== 'html_block' && (children ?? []).every((child) => child.type !== 'html_inline');
}

/** Escapes what opens a tag, a comment or a declaration. Code and addresses in angle brackets stay as they are. */
function escapeHtml(text: string): string {
  const lines = text.split('\n');
  const inCode = new Set(
    withoutHtml
      .parse(text, {})
      .filter(({ type }) => type === 'fence' || type === 'code_block')
      .flatMap(({ map }) => linesOf(map)),
  );
  const runs: { isCode: boolean; lines: string[] }[] = [];
  for (const [number, line] of lines.entries()) {
    const isCode = inCode.has(number);
    const last = runs.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else runs.push({ isCode, lines: [line] });
  }
  return runs
    .map((run) => (run.isCode ? run.lines.join('\n') : escapeOutsideSpans(run.lines.join('\n'))))
    .join('\n');
}

function escapeOutsideSpans(text: string): string {
  let written = '';
  let from = 0;
  for (const { start, end } of spansOfCode(text)) {
    written += escapeTags(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return written + escapeTags(text.slice(from));
}

function escapeTags(text: string): string {
  // Only the first backslash of a row begins a match. Otherwise a long row would be read again from each of them.
  return text.replaceAll(/(?<!\\)(\\*)<(?=[a-z/!?])/gi, (found, slashes: string, at: number) => {
    const isAddress = AUTOLINK.test(text.slice(at + slashes.length, at + slashes.length + LONGEST_ADDRESS));
    return slashes.length % 2 === 1 || isAddress ? found : `${slashes}\\<`;
  });
}

/** Finds code within lines: it goes from a run of backticks to the next run of the same length. */
function spansOfCode(text: string): readonly { readonly start: number; readonly end: number }[] {
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  const unclosed = new Set<number>();
  const spans: { start: number; end: number }[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const opening = runs[index];
    if (opening === undefined || unclosed.has(opening.length) || text[opening.at - 1] === '\\') continue;
    let closing = index + 1;
    while (closing < runs.length && runs[closing]?.length !== opening.length) closing += 1;
    const end = runs[closing];
    if (end === undefined) {
      unclosed.add(opening.length);
    } else {
      spans.push({ start: opening.at, end: end.at + end.length });
      index = closing;
    }
  }
  return spans;
}

function demoteHeadings(text: string, under: number): string {
  const lines = text.split('\n');
  const marks = (level: number): string => '#'.repeat(Math.min(DEEPEST, under + level));
  for (const { type, tag, map, markup, level } of withoutHtml.parse(text, {})) {
    const [from] = map ?? [];
    if (type !== 'heading_open' || from === undefined) continue;
    const own = Number(tag.slice(1));
    if (markup.startsWith('#')) {
      lines[from] = (lines[from] ?? '').replace(/#{1,6}(?=[ \t]|$)/, marks(own));
    } else if (level === 0) {
      // The heading was underlined. It becomes one line with `#` before it, and the number of lines stays the same.
      const numbers = linesOf(map);
      const title = numbers.slice(0, -1).map((number) => (lines[number] ?? '').trim());
      for (const number of numbers) lines[number] = '';
      lines[from] = `${marks(own)} ${title.join(' ')}`;
    }
  }
  return lines.join('\n');
}

/**
 * Fences a text as code. The fence is longer than any run of backticks in the text, so nothing in it ends the block.
 */
function asCode(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function linesOf(map: readonly [number, number] | null): readonly number[] {
  if (map === null) return [];
  const [from, to] = map;
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}
