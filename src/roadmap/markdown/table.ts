import type { Block, Headed, Item, List } from './blocks.ts';
import { headline } from './headline.ts';
import { leadingMark, placed } from './marks/find.ts';
import type { FoundMark, Mark } from './marks/mark.ts';
import { statusAt } from './marks/status.ts';
import { BOXES, type Style, styleOf } from './marks/style.ts';
import { type Page, headed } from './page.ts';
import type { Raw } from './raw.ts';
import { type Text, isVisible, isWord, noText } from './text.ts';

/** A table of the file. A row may have fewer cells than the header. */
export interface Table {
  /** The headings of the columns; empty if there is no header. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly Raw[];
  readonly line: number;
  /** The place for a further cell, and whether a `|` already closes the row there. */
  readonly end: { readonly column: number; readonly isClosed: boolean } | null;
}

/** Headings of columns that hold the state of a topic. */
const STATUS =
  /^(?:is\s+)?(?:done|status|state|progress|complete[d]?|completion|finished|check(?:ed|list|box)?|solved|learn(?:ed|t)|read|✓|✔️?|✅|☑️?|durum|tamam(?:landı|lanma)?|bitti|yapıldı|ilerleme|çözüldü|öğrenildi|estado|hecho|completado|statut|état|fait|erledigt|fertig|stato|fatto|feito|concluído|статус|готово|состояние|状态|完成|進捗|ステータス|状況|상태|완료)\s*\??$/iu;
/** Headings of columns that do not name a topic: numbers, days, difficulty, where to find it. */
const BESIDE =
  /^(?:#|n[or°]?\.?|s\.?\s?no\.?|sr\.?\s?no\.?|id|sıra|index|day|days|gün|week|weeks|hafta|date|tarih|time|hours?|süre|saat|level|seviye|difficulty|zorluk|type|tür|priority|öncelik|links?|url|bağlantı|resources?|kaynak(?:lar)?|notes?|not(?:lar)?)$/iu;

/**
 * Reads a table whose rows are marked, either in a column of marks or at the beginning of a cell.
 * @returns null if the table is no checklist
 */
export function readTable({ header, rows }: Table, page: Page): List | null {
  const width = Math.max(header.length, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) =>
    readColumn(header[index] ?? '', rows, index, page),
  );
  const marked = columns.filter(({ marks }) => marks !== null);
  const named = marked.filter(({ isStatus }) => isStatus);
  const boxed = marked.find(({ isBoxed }) => isBoxed);
  // A table with several columns of signs compares things, unless a column has boxes or a heading for states.
  const column = named.at(-1) ?? boxed ?? (marked.length === 1 ? marked[0] : undefined);
  const others = columns.filter(({ marks }) => marks === null);
  // A single row is no list: some tables have one that shows how to fill in others.
  const isList = column?.isBoxed === true || rows.length > 1;
  const items = rows.flatMap((row) => {
    const own = others.flatMap(({ index }) => boxedCell(row.cells[index], page) ?? []);
    if (own.length > 0) return own;
    return column && isList ? [markedRow(row, column, others, page)] : [];
  });
  const [first] = items;
  return first ? { kind: 'list', items, line: first.line } : null;
}

interface Column {
  readonly name: string;
  readonly index: number;
  readonly isStatus: boolean;
  readonly isBoxed: boolean;
  /** The mark of each row, or null if the column has no marks. */
  readonly marks: ReadonlyMap<Row, Mark> | null;
}

function readColumn(name: string, rows: readonly Row[], index: number, page: Page): Column {
  const isStatus = STATUS.test(name.replaceAll(/[^\p{L}\s]/gu, '').trim() || name.trim());
  const cells = rows.map((row) => ({ row, raw: row.cells[index] }));
  const texts = cells.map(({ raw }) => raw?.text.trim() ?? '');
  const written = texts.filter((text) => text !== '');
  const own = styleOf(texts, page.usage);
  const style = { ...own, words: false, takes: isStatus ? () => true : own.takes };
  const find = (text: string): FoundMark | null => {
    const found = markOfCell(text, style);
    if (!isStatus) return found && !isVisible(found.rest) ? found : null;
    // "✅ Done" is replaced as a whole.
    const words = statusAt(text, written, style);
    return words ?? found;
  };
  const none = { name, index, isStatus, isBoxed: false, marks: null };
  if (!written.every((text) => find(text)) || (written.length === 0 && !isStatus)) return none;

  // Only a column whose heading names states may have empty cells. Another column is known by its signs alone.
  const hasEmpty = isStatus && texts.includes('');
  const found = written.map((text) => find(text));
  const tick = (found.find((one) => one?.state === 'done') ?? found[0])?.done ?? style.done;
  const marks = new Map<Row, Mark>();
  for (const { row, raw } of cells) {
    const inCell = raw ? find(raw.text) : null;
    const mark = raw && inCell ? placed(inCell, raw) : emptyMark(row, index, tick);
    const isAlone = inCell !== null && !isVisible(inCell.rest);
    if (mark) marks.set(row, hasEmpty && isAlone && mark.state === 'done' ? { ...mark, open: '' } : mark);
  }
  return { ...none, isBoxed: written.some((text) => markOfCell(text, BOXES) !== null), marks };
}

/** Finds the mark of a cell. It may stand behind a bullet, because people write `- [ ]` there as they do in a list. */
function markOfCell(text: string, style: Style): FoundMark | null {
  const bullet = /^\s*[-*+]\s+(?=\[|<input)/iu.exec(text)?.[0].length ?? 0;
  const found = leadingMark(text.slice(bullet), style);
  return found && { ...found, from: found.from + bullet, to: found.to + bullet };
}

/** The mark that an empty cell would have. */
function emptyMark(row: Row, index: number, tick: string): Mark | null {
  const cell = row.cells[index];
  if (cell) {
    const { line, column } = cell.spot(Math.min(1, cell.text.length));
    return { state: 'todo', line, from: column, to: column, done: tick, open: '' };
  }
  if (!row.end) return null;
  const missing = index - row.cells.length;
  const bars = row.end.isClosed ? `${' |'.repeat(missing)} ${tick} |` : `${' |'.repeat(missing + 1)} ${tick}`;
  return {
    state: 'todo',
    line: row.line,
    from: row.end.column,
    to: row.end.column,
    done: bars,
    open: '',
  };
}

/** Makes a topic of a cell that begins with a box and has words. */
function boxedCell(cell: Raw | undefined, page: Page): Item | null {
  const found = cell ? markOfCell(cell.text, BOXES) : null;
  if (!cell || !found || !isVisible(found.rest)) return null;
  return {
    from: 'row',
    ...withoutListSigns(headed(cell, found, page)),
    blank: null,
    line: cell.line,
    blocks: [],
  };
}

/** The signs of a list in a cell, which stands on one line of the file: `1. One<br>2. Two`. */
const LISTED = /^(?:\d{1,3}[.)]|[-*+•])\s+(?:\[[ xX]?\]\s+)?/u;

/** Leaves the signs of a list out, where a cell has several lines and the later ones have them. */
function withoutListSigns<T extends Headed>(cell: T): T {
  if (!cell.notes.some(({ plain }) => LISTED.test(plain))) return cell;
  return { ...cell, title: withoutSign(cell.title), notes: cell.notes.map(withoutSign) };
}

function withoutSign(text: Text): Text {
  return { ...text, plain: text.plain.replace(LISTED, '') };
}

/**
 * Makes a topic of a row. Its title is its first cell that names something. Its other cells become notes under the
 * names of their columns.
 */
function markedRow(row: Row, column: Column, others: readonly Column[], page: Page): Item {
  const cells = others.flatMap(({ name, index }) => {
    const cell = row.cells[index];
    return cell && isVisible(cell.text)
      ? [{ name, isBeside: BESIDE.test(name), ...headed(cell, null, page) }]
      : [];
  });
  const named = cells.filter(({ title }) => isWord(title.plain) || isWord(title.pictured));
  const own = named.find(({ isBeside, title }) => !isBeside && !/^\d+\.?$/u.test(title.plain)) ?? named[0];
  const blocks = cells
    .filter((cell) => cell !== own && !/^\d+\.?$/u.test(cell.title.plain))
    .map(({ name, title, notes }): Block => {
      const text: Text =
        title.onlyLinks || !isWord(name) ? title : { ...title, plain: `${name}: ${title.plain}` };
      return { kind: 'paragraph', lines: [text, ...notes], line: row.line, end: row.line + 1 };
    });
  const { title, notes } = withoutListSigns(own ?? headline([noText(row.line)]));
  return {
    from: 'row',
    title,
    notes,
    mark: column.marks?.get(row) ?? null,
    blank: null,
    line: row.line,
    blocks,
  };
}
