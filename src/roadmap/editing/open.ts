import type { Token } from 'markdown-it';
import type { Mark } from '../markdown/marks/mark.ts';
import type { ReadingWithMarks } from '../read.ts';
import type { Remark } from '../remark.ts';
import type { Roadmap, Topic } from '../roadmap.ts';
import { splitLines } from '../source.ts';

/** An item of a list in a file. Lines are counted from 0, and an end is the line after the last. */
export interface ItemLines {
  readonly first: number;
  /** The end of its own paragraph. */
  readonly ownEnd: number;
  /** The end of everything that it contains, without the blank lines after it. */
  readonly end: number;
  /** The text before its bullet: indentation and quote marks. */
  readonly prefix: string;
  /** `-`, `*`, `+`, `1.` or `1)`. */
  readonly bullet: string;
  /** The text before the lines that it contains. */
  readonly inner: string;
}

/** A file that is being edited. */
export interface EditedFile {
  /** The lines with their line ends. */
  readonly lines: readonly string[];
  /** The line end of most lines. */
  readonly lineEnd: string;
  readonly roadmap: Roadmap;
  readonly remarks: readonly Remark[];
  readonly marks: ReadonlyMap<string, Mark>;
  /** Items by their first line. If several begin on one line, it is the innermost. */
  readonly items: ReadonlyMap<number, ItemLines>;
  /** The headings outside of lists and quotes, by their first line, in file order. */
  readonly headings: ReadonlyMap<number, HeadingLines>;
}

/** A heading with `#` or with a line under it. */
export interface HeadingLines {
  /** 1 to 6 */
  readonly level: number;
  readonly first: number;
  /** The line after it. This is the next line, unless the heading has a line under it. */
  readonly end: number;
}

/**
 * Prepares a file for editing.
 * @param reading what the source reads as
 */
export function openForEditing(
  source: string,
  { roadmap, remarks, marks, tokens }: ReadingWithMarks,
): EditedFile {
  const lines = splitLines(source);
  const lineEnd = lines.find((line) => /[\r\n]$/u.test(line))?.match(/\r\n|\r|\n/u)?.[0] ?? '\n';
  return {
    lines,
    lineEnd,
    roadmap,
    remarks,
    marks,
    items: itemsIn(lines, tokens),
    headings: headingsIn(tokens),
  };
}

/** The list item of a topic; undefined if the topic is no list item. */
export function itemOf(file: EditedFile, topic: Topic): ItemLines | undefined {
  return file.items.get(topic.line - 1);
}

/** A line without its line end. */
export function bare(line: string | undefined): string {
  return (line ?? '').replace(/[\r\n]+$/u, '');
}

function headingsIn(tokens: readonly Token[]): ReadonlyMap<number, HeadingLines> {
  const headings = new Map<number, HeadingLines>();
  for (const { type, map, tag, level } of tokens) {
    if (type !== 'heading_open' || !map || level > 0) continue;
    const [first, end] = map;
    headings.set(first, { level: Number(tag.slice(1)), first, end });
  }
  return headings;
}

function itemsIn(lines: readonly string[], tokens: readonly Token[]): ReadonlyMap<number, ItemLines> {
  const items = new Map<number, ItemLines>();
  for (const [at, { type, map }] of tokens.entries()) {
    if (type !== 'list_item_open' || !map) continue;
    const [first, after] = map;
    const [, prefix, bullet, gap = ''] =
      /^([\s>]*)([-*+]|\d{1,9}[.)])([ \t]+|$)/u.exec(bare(lines[first]).replace(/^\uFEFF/u, '')) ?? [];
    if (prefix === undefined || bullet === undefined) continue;
    const own = tokens[at + 1]?.map;
    let end = after;
    while (end > first + 1 && /^[\s>]*$/u.test(lines[end - 1] ?? '')) end -= 1;
    const usesTabs = gap.includes('\t') || prefix.endsWith('\t');
    const width = bullet.length + (gap.length > 4 ? 1 : gap.length || 1);
    const inner = prefix + (usesTabs ? '\t' : ' '.repeat(width));
    items.set(first, { first, ownEnd: Math.min(own?.[1] ?? first + 1, end), end, prefix, bullet, inner });
  }
  return items;
}
