import type { Token } from 'markdown-it';
import type { Block, Heading, Item } from './blocks.ts';
import { type FoldMark, pairFolds } from './folds.ts';
import { headline } from './headline.ts';
import { readHtml } from './html.ts';
import { readLine, readParagraph, splitItem } from './lines.ts';
import { closingMark, leadingMark } from './marks/find.ts';
import { BOXES, type Style, styleOf } from './marks/style.ts';
import { type Page, blankMark, headed } from './page.ts';
import { Raw } from './raw.ts';
import { LIMITS, RoadmapError } from '../roadmap-error.ts';
import { type Row, readTable } from './table.ts';
import { noText } from './text.ts';

/**
 * Makes blocks of the tokens of markdown-it. Quotes are read as if they were not quoted, except callouts. Code is left
 * out. It yields every few items, so that a caller can let other work run.
 * @throws RoadmapError if lists are nested too deep
 */
export function readBlocks(tokens: readonly Token[], page: Page): Generator<void, readonly Block[]> {
  return new Reader(tokens, page).blocks();
}

/** So many tokens are read in a few milliseconds. */
const TOKENS_IN_A_STEP = 1000;

class Reader {
  readonly #tokens: readonly Token[];
  readonly #page: Page;
  #at = 0;
  /** Where the last step ended. */
  #rested = 0;

  constructor(tokens: readonly Token[], page: Page) {
    this.#tokens = tokens;
    this.#page = page;
  }

  /** Reads blocks up to the end of the element around them. */
  *blocks(before: readonly (Block | FoldMark)[] = []): Generator<void, readonly Block[]> {
    const blocks = [...before];
    for (let token = this.#next(); token && token.nesting >= 0; token = this.#next()) {
      for (const block of yield* this.#read(token)) blocks.push(block);
      yield* this.#rest();
    }
    return withComments(pairFolds(blocks));
  }

  /** Reads the element that a token opens, to its end. */
  *#read(token: Token): Generator<void, readonly (Block | FoldMark)[]> {
    switch (token.type) {
      case 'heading_open':
        return [this.#heading(token)];
      case 'paragraph_open':
        return readParagraph(this.#text(token), this.#page);
      case 'blockquote_open':
        return yield* this.#quote(token);
      case 'bullet_list_open':
      case 'ordered_list_open':
        checkDepth(token);
        return [{ kind: 'list', items: yield* this.#items(token), line: lineOf(token) }];
      case 'table_open':
        return this.#table();
      case 'html_block':
        return readHtml(Raw.ofBlock(this.#page.source, token.content, lineOf(token)), this.#page);
      default:
        if (token.nesting > 0) this.#skip();
        return [];
    }
  }

  #heading(token: Token): Heading {
    const raw = this.#text(token);
    const found = leadingMark(raw.text, BOXES) ?? closingMark(raw.text, BOXES);
    return {
      kind: 'heading',
      level: Number(token.tag.slice(1)),
      ...headed(raw, found, this.#page),
      line: raw.line,
    };
  }

  /** The name of a callout is the rest of its first line: `> [!todo] Week 1`. */
  *#quote(token: Token): Generator<void, readonly (Block | FoldMark)[]> {
    checkDepth(token);
    const open = this.#tokens[this.#at];
    const content = open?.type === 'paragraph_open' ? (this.#tokens[this.#at + 1]?.content ?? '') : '';
    const callout = /^\[![\w-]+\][+-]?[ \t]*([^\n]*)(?:\n|$)/u.exec(content);
    if (!open || !callout) return yield* this.blocks();
    this.#at += 1;
    const raw = this.#text(open);
    const [whole, name = ''] = callout;
    const start = whole.indexOf(name, whole.indexOf(']'));
    const rest = raw.slice(whole.length);
    const inside = yield* this.blocks(rest.text === '' ? [] : readParagraph(rest, this.#page));
    if (name === '') return inside;
    const title = headed(raw.slice(start, start + name.length), null, this.#page);
    return [{ kind: 'fold', ...title, line: raw.line, blocks: inside }];
  }

  *#items(list: Token): Generator<void, readonly Item[]> {
    const style = styleOf(this.#openings(list.level), this.#page.usage);
    const items: Item[] = [];
    for (let token = this.#next(); token?.type === 'list_item_open'; token = this.#next()) {
      items.push(...(yield* this.#item(token, style)));
      yield* this.#rest();
    }
    return items;
  }

  /** The beginning of each item of a list. */
  #openings(level: number): readonly string[] {
    const openings: string[] = [];
    for (let at = this.#at; at < this.#tokens.length; at += 1) {
      const token = this.#tokens[at];
      if (token?.nesting === -1 && token.level === level) break;
      if (token?.type === 'list_item_open' && token.level === level + 1) {
        openings.push(this.#tokens[at + 2]?.content.split('\n', 1)[0] ?? '');
      }
    }
    return openings;
  }

  *#item(token: Token, style: Style): Generator<void, readonly Item[]> {
    const open = this.#tokens[this.#at];
    const line = lineOf(token);
    if (open?.type !== 'paragraph_open' && open?.type !== 'heading_open') {
      const empty = { mark: null, blank: null, ...headline([noText(line)]) };
      return [{ from: 'bullet', ...empty, line, blocks: yield* this.blocks() }];
    }
    this.#at += 1;
    const [raw, ...others] = splitItem(this.#text(open), this.#page);
    if (!raw) return [];
    const found = leadingMark(raw.text, style) ?? closingMark(raw.text, style);
    const blank = blankMark(raw, style);
    const own: Item = {
      from: 'bullet',
      ...headed(raw, found, this.#page),
      blank,
      line: raw.line,
      blocks: [],
    };
    const items = [own, ...others.map((other) => readLine(other, BOXES, this.#page))];
    const last = items.pop();
    return last ? [...items, { ...last, blocks: yield* this.blocks() }] : items;
  }

  /** Reads a table to its end. The cells are read from the file, because the parser does not say where they stand. */
  #table(): readonly Block[] {
    const header: string[] = [];
    const rows: Row[] = [];
    for (let token = this.#next(); token && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'th_open') header.push(this.#tokens[this.#at]?.content ?? '');
      if (token.type === 'tr_open' && token.level > 0 && this.#tokens[this.#at]?.type === 'td_open') {
        rows.push(readRow(this.#page.source[lineOf(token) - 1] ?? '', lineOf(token)));
      }
    }
    const list = readTable({ header, rows }, this.#page);
    return list ? [list] : [];
  }

  /** Reads the text of a heading or paragraph, and its end. */
  #text(open: Token): Raw {
    const content = this.#next()?.content ?? '';
    this.#at += 1;
    return Raw.ofBlock(this.#page.source, content, lineOf(open));
  }

  #skip(): void {
    for (let depth = 1; depth > 0;) depth += this.#next()?.nesting ?? -1;
  }

  /** Lets other work run, if there was enough of this. */
  *#rest(): Generator<void, void> {
    if (this.#at - this.#rested < TOKENS_IN_A_STEP) return;
    this.#rested = this.#at;
    yield;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }
}

/** Only indentation and quote marks stand before the cells of a row. */
function readRow(source: string, line: number): Row {
  const start = /^[\s>]*\|?/u.exec(source)?.[0].length ?? 0;
  const end = source.trimEnd().length;
  const cells: Raw[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const isBar = at === end ? from < end : source[at] === '|' && source[at - 1] !== '\\';
    if (!isBar) continue;
    cells.push(Raw.ofLine(source.slice(from, at), { line, column: from }));
    from = at + 1;
  }
  return { cells, line, end: { column: end, isClosed: source[end - 1] === '|' } };
}

/** Moves a comment right below a heading to the heading. */
function withComments(blocks: readonly Block[]): readonly Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    const before = all.at(-1);
    if (block.kind === 'comment' && before?.kind === 'heading') {
      const { title } = before;
      all[all.length - 1] = {
        ...before,
        title: { ...title, comments: [...title.comments, ...block.comments] },
      };
    } else all.push(block);
  }
  return all;
}

function checkDepth(token: Token): void {
  if (token.level < 2 * LIMITS.depth) return;
  throw new RoadmapError(lineOf(token), { code: 'too-deep', limit: LIMITS.depth });
}

/** Every opening block token of markdown-it has its lines. */
function lineOf(token: Token): number {
  return (token.map?.[0] ?? 0) + 1;
}
