import type { Block, Item } from './blocks.ts';
import { leadingMark } from './marks/find.ts';
import { glyphAt } from './marks/glyphs.ts';
import { BOXES, type Style, styleOf } from './marks/style.ts';
import { type Page, blankMark, headed, linesOf } from './page.ts';
import type { Raw } from './raw.ts';

/** The signs and numbers that people use as bullets and that Markdown does not know, Chinese and Japanese ones included. */
const BULLET = /^\s*(?:[-*+–•◦▪●‣·・]\s*|\d{1,3}[、．）]\s*)?/u;
const TYPED_BULLET = /^\s*(?:[•◦▪●‣・]|\d{1,3}[、．）])\s*\S/mu;

/**
 * Reads a paragraph. Lines that begin with boxes are items even though Markdown sees no list in them: `[ ] Git`, `-[ ]
 * Git`, `☐ Git`, `• Git`. Signs that may be ornaments only count if several lines begin with them.
 */
export function readParagraph(raw: Raw, page: Page): readonly Block[] {
  const contents = lineStarts(raw.text).map((start, at, all) =>
    withoutBullet(raw.text.slice(start, all[at + 1])),
  );
  const isList =
    TYPED_BULLET.test(raw.text) || contents.filter((content) => glyphAt(content) !== null).length > 1;
  const style = isList ? { ...styleOf(contents, page.usage), words: false } : BOXES;
  const [lead, ...items] = split(raw, (line) => TYPED_BULLET.test(line) || isMark(line, style));
  const blocks: Block[] = [];
  if (lead && lead.text.trim() !== '') {
    const lines = linesOf(lead.text, lead.line, page);
    const end = lead.line + lead.text.trimEnd().split('\n').length;
    blocks.push({ kind: 'paragraph', lines, line: lead.line, end });
  }
  const [first] = items;
  if (first) {
    blocks.push({
      kind: 'list',
      line: first.line,
      items: items.map((item) => readLine(item, style, page)),
    });
  }
  return blocks;
}

/**
 * Splits further items off an item's paragraph. Markdown joins them, because there is no space after their bullets. A
 * box further to the right is shown as text everywhere, so it is reported.
 */
export function splitItem(raw: Raw, { report }: Page): readonly Raw[] {
  if (!/[\n<]/u.test(raw.text)) return [raw];
  for (const { index } of raw.text.matchAll(/(?<=\n)\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s/gu)) {
    report(raw.spot(index).line, { code: 'box-in-text' });
  }
  const [lead = raw, ...items] = split(
    raw,
    (line, start) => start > 0 && !/^\s*[-*+]\s/u.test(line) && isMark(line, BOXES),
  );
  return [lead, ...items];
}

/** Reads an item. A bullet that Markdown does not know is dropped. */
export function readLine(raw: Raw, style: Style, page: Page): Item {
  const own = raw.slice(raw.text.length - withoutBullet(raw.text).length);
  const found = leadingMark(own.text, style);
  return {
    from: 'bullet',
    ...headed(own, found, page),
    blank: blankMark(own, style),
    line: own.line,
    blocks: [],
  };
}

function withoutBullet(text: string): string {
  return text.replace(BULLET, '');
}

function isMark(line: string, style: Style): boolean {
  return leadingMark(withoutBullet(line), style) !== null;
}

/** Where lines begin, counting the breaks of `<br>`. */
function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n|<br\s*\/?>/giu), ({ index, 0: mark }) => index + mark.length)];
}

/** Splits before each line that opens an item. The first piece is the text before all items; it may be empty. */
function split(raw: Raw, opens: (line: string, start: number) => boolean): readonly Raw[] {
  const starts = lineStarts(raw.text);
  const begins = starts.filter((start, at) => opens(raw.text.slice(start, starts[at + 1]), start));
  const cuts = [0, ...begins, raw.text.length];
  return cuts.slice(1).map((end, at) => raw.slice(cuts[at] ?? 0, end));
}
