import type { Block, Item } from './blocks.ts';
import type { FoldMark } from './folds.ts';
import { headline } from './headline.ts';
import { readParagraph } from './lines.ts';
import { closingMark, leadingMark } from './marks/find.ts';
import { BOXES, type Style, styleOf } from './marks/style.ts';
import { type Page, blankMark, headed } from './page.ts';
import type { Raw } from './raw.ts';
import { LIMITS, RoadmapError } from '../roadmap-error.ts';
import { readTable } from './table.ts';
import { type HtmlPiece, htmlPieces } from './tags.ts';
import { noText } from './text.ts';

/**
 * Reads a block of HTML. Headings, lists, tables, names of folds and paragraphs mean the same as in Markdown. Tags that
 * are never closed, or are closed twice, do no harm.
 * @throws RoadmapError if lists are nested too deep
 */
export function readHtml(raw: Raw, page: Page): readonly (Block | FoldMark)[] {
  return new HtmlReader(raw, page).read();
}

type OpenItem = { -readonly [Key in keyof Item]: Item[Key] } & { blocks: Block[]; isEmpty: boolean };

interface OpenTable {
  readonly header: string[];
  readonly rows: { readonly cells: Raw[]; readonly line: number; readonly end: null }[];
}

class HtmlReader {
  readonly #raw: Raw;
  readonly #page: Page;
  readonly #style: Style;
  readonly #pieces: readonly HtmlPiece[];
  readonly #out: (Block | FoldMark)[] = [];
  /** The open lists, the innermost last, each with its open item. */
  readonly #lists: { readonly items: OpenItem[]; open: OpenItem | null }[] = [];
  #table: OpenTable = { header: [], rows: [] };

  constructor(raw: Raw, page: Page) {
    this.#raw = raw;
    this.#page = page;
    this.#pieces = htmlPieces(raw.text);
    const items = raw.text.matchAll(/<li\b[^<>]{0,200}>\s{0,50}([^<]{0,200})/giu);
    this.#style = styleOf(
      Array.from(items, ([, text = '']) => text.trim()),
      page.usage,
    );
  }

  read(): readonly (Block | FoldMark)[] {
    for (let at = 0; at < this.#pieces.length; at += 1) {
      const piece = this.#pieces[at];
      if (piece?.kind === 'open') at = this.#open(piece, at);
      else if (piece?.kind === 'close') this.#close(piece.name);
      else if (piece) this.#say(piece);
    }
    this.#endTable();
    return this.#out;
  }

  /** @returns the index of the last piece that was read */
  #open({ name, from, to }: HtmlPiece, at: number): number {
    const { line } = this.#raw.slice(from);
    if (name === 'details') this.#out.push({ kind: 'fold-open' });
    else if (name === 'ul' || name === 'ol') this.#openList(line);
    else if (name === 'li') this.#openItem(line);
    else if (name === 'table') this.#endTable();
    else if (name === 'tr') this.#table.rows.push({ cells: [], line, end: null });
    else if (/^(?:h[1-6]|summary|td|th)$/u.test(name)) {
      const end = this.#endOf(name, at);
      this.#whole(name, this.#raw.slice(to, this.#pieces[end]?.from));
      // A closing tag is used up. A tag that opens something else is still to be read.
      return this.#pieces[end]?.kind === 'close' && this.#pieces[end].name === name ? end : end - 1;
    }
    return at;
  }

  #close(name: string): void {
    if (name === 'details') this.#out.push({ kind: 'fold-close' });
    else if (name === 'ul' || name === 'ol') this.#lists.pop();
    else if (name === 'table') this.#endTable();
    else if (name === 'li') {
      const list = this.#lists.at(-1);
      if (list) list.open = null;
    }
  }

  /** Finds the end of an element that is read as a whole: its own closing tag, or a tag that cannot stand inside it. */
  #endOf(name: string, at: number): number {
    const isCell = name === 'td' || name === 'th';
    const ends = isCell ? ['td', 'th', 'tr', 'table', 'tbody'] : [name, 'details', 'table', 'ul', 'ol'];
    let end = at + 1;
    while (end < this.#pieces.length && !ends.includes(this.#pieces[end]?.name ?? '')) end += 1;
    return end;
  }

  /** Reads the words of a heading, a name or a cell. */
  #whole(name: string, text: Raw): void {
    if (name === 'td' || name === 'th') {
      if (this.#table.rows.length === 0) this.#table.rows.push({ cells: [], line: text.line, end: null });
      this.#table.rows.at(-1)?.cells.push(text);
      if (name === 'th') this.#table.header.push(text.text.replace(/<[^<>]*>/gu, '').trim());
      return;
    }
    const { line } = text.slice(text.text.length - text.text.trimStart().length);
    if (name === 'summary') this.#out.push({ kind: 'fold-name', ...headed(text, null, this.#page), line });
    else {
      const found = leadingMark(text.text, BOXES) ?? closingMark(text.text, BOXES);
      this.#add({ kind: 'heading', level: Number(name.slice(1)), ...headed(text, found, this.#page), line });
    }
  }

  #say({ kind, from, to }: HtmlPiece): void {
    const text = this.#raw.slice(from, to);
    const item = this.#lists.at(-1)?.open;
    if (kind === 'comment') {
      const comment = text.text.replace(/^<!--|-->$/gu, '');
      if (item) item.title = { ...item.title, comments: [...item.title.comments, comment] };
      else this.#add({ kind: 'comment', comments: [comment], line: text.line });
    } else if (text.text.trim() === '') return;
    else if (item?.isEmpty) {
      const own = text.slice(text.text.length - text.text.trimStart().length);
      const found = leadingMark(own.text, this.#style) ?? closingMark(own.text, this.#style);
      Object.assign(item, headed(own, found, this.#page), {
        blank: blankMark(own, this.#style),
        isEmpty: false,
      });
    } else
      this.#add(...readParagraph(text.slice(text.text.length - text.text.trimStart().length), this.#page));
  }

  #openList(line: number): void {
    if (this.#lists.length >= LIMITS.depth) {
      throw new RoadmapError(line, { code: 'too-deep', limit: LIMITS.depth });
    }
    const items: OpenItem[] = [];
    this.#add({ kind: 'list', items, line });
    this.#lists.push({ items, open: null });
  }

  #openItem(line: number): void {
    if (this.#lists.length === 0) this.#openList(line);
    const list = this.#lists.at(-1);
    const item: OpenItem = {
      from: 'bullet',
      ...headline([noText(line)]),
      mark: null,
      blank: null,
      line,
      blocks: [],
      isEmpty: true,
    };
    list?.items.push(item);
    if (list) list.open = item;
  }

  #endTable(): void {
    const { header, rows } = this.#table;
    this.#table = { header: [], rows: [] };
    const list = readTable({ header, rows: header.length > 0 ? rows.slice(1) : rows }, this.#page);
    if (list) this.#add(list);
  }

  #add(...blocks: readonly Block[]): void {
    const item = this.#lists.at(-1)?.open;
    for (const block of blocks) (item ? item.blocks : this.#out).push(block);
  }
}
