import { type Font, FONTS, WIDTH } from './look.ts';
import { MAP, type MapNode } from './map.ts';
import { fit, titled, type Typesetter, wrap } from './typeset.ts';

export interface SectionTopic extends MapNode {
  readonly title: string;
  /** The text for a title that cannot be drawn. */
  readonly spare: string;
  /** Counted from 0. */
  readonly depth: number;
  readonly isParent: boolean;
  /** The text at its right: how many of the group have done it, "3/5". Null on a member's own map. */
  readonly note: string | null;
}

/** The distance between two columns. */
export const COLUMN_GAP = 16;
/** The height of a line, and the distance between two topics. */
export const LINE = 22;
export const BETWEEN = 6;
const ABOVE_PARENT = 4;
/** How much further to the right a child stands than its parent. */
export const INDENT = 20;
/** Deeper topics are drawn at this depth, because there is no room for more. */
export const DEEPEST = 2;
/** The distance from the left edge of a column to its titles. */
export const LABEL_AT = 23;
/** A title has at most this many lines. */
const LINES = 3;
const NOTE_GAP = 8;
const STEP = 6;
const LEAST_ROOM = 120;
/** The extra height that is accepted to keep a family together, or to avoid a half-empty page. */
const WORTH = 60;

/** The topic at which the reader is, and "here". */
export interface SectionHere {
  readonly topic: string;
  readonly label: string;
}

/** A topic whose title is broken into lines. */
interface Item {
  readonly topic: SectionTopic;
  readonly depth: number;
  readonly isHere: boolean;
  readonly lines: readonly string[];
  readonly note: string | null;
  /** The title of a parent that is repeated where its family goes on in another column. */
  readonly again: string;
}

export interface Row extends Item {
  /** Whether this is a repeated parent. */
  readonly isRepeated: boolean;
  /** The distance from the top of its column to the middle of its first line. */
  readonly y: number;
}

export interface Column {
  readonly rows: readonly Row[];
  readonly height: number;
  /** The parents whose families go on in the next column. */
  readonly goingOn: ReadonlySet<SectionTopic>;
}

/** The number of columns on a page, and their width. */
export interface Grid {
  readonly columns: number;
  readonly width: number;
}

const TWO: Grid = { columns: 2, width: (WIDTH - 2 * MAP.margin - COLUMN_GAP) / 2 };
const ONE: Grid = { columns: 1, width: WIDTH - 2 * MAP.margin };

/**
 * Distributes the topics over columns: two on each page, or a single wide one if the titles need it and fit on one page.
 * @param here the topic at which the reader is, and "here"
 * @param room the height of a page, in units
 */
export function inColumns(
  topics: readonly SectionTopic[],
  here: SectionHere | null,
  room: number,
  type: Typesetter,
): { readonly grid: Grid; readonly columns: readonly Column[] } {
  const narrow = itemsOf(topics, here, TWO, type);
  const isCut = narrow.some(({ lines }) => lines.at(-1)?.endsWith('…') === true);
  const wide = isCut ? flow(itemsOf(topics, here, ONE, type), room) : [];
  return wide.length === 1 ? { grid: ONE, columns: wide } : { grid: TWO, columns: even(narrow, room) };
}

function itemsOf(
  topics: readonly SectionTopic[],
  here: SectionHere | null,
  { width }: Grid,
  type: Typesetter,
): readonly Item[] {
  return topics.map((topic) => {
    const isHere = topic.topic === here?.topic;
    const depth = Math.min(topic.depth, DEEPEST);
    const font = fontOf(topic, isHere);
    const room = width - LABEL_AT - depth * INDENT;
    const title = titled(type, topic.title, topic.spare);
    const widthOf = (note: string): number => type.measure(note, FONTS.captionStrong) + NOTE_GAP;
    // "Here" only repeats what the colour says, so it goes before the title is cut for it.
    const label = here?.label ?? null;
    const [firstWord = ''] = title.split(' ');
    const hasRoom = label !== null && type.measure(firstWord, font) <= room - widthOf(label);
    const note = isHere ? (hasRoom ? label : null) : topic.note;
    const first = room - (note === null ? 0 : widthOf(note));
    const again = topic.isParent ? goesOn(type, title, font, room) : title;
    const lines = wrap(type, title, { font, max: room, first, lines: LINES });
    return { topic, depth, isHere, lines, note, again };
  });
}

function goesOn(type: Typesetter, title: string, font: Font, room: number): string {
  const whole = `${title}…`;
  return type.measure(whole, font) <= room ? whole : fit(type, title, font, room);
}

/** Parents and the reader's place stand out. */
export function fontOf({ isParent }: SectionTopic, isHere: boolean): Font {
  return isParent || isHere ? FONTS.strong : FONTS.body;
}

/**
 * Makes the columns as low as they can be without a further page, so that the last page is not left with a single line.
 */
function even(items: readonly Item[], most: number): readonly Column[] {
  const pagesOf = (columns: readonly Column[]): number => Math.ceil(columns.length / TWO.columns);
  const cost = (columns: readonly Column[]): number =>
    Math.max(...columns.map(({ height }) => height)) +
    WORTH * (columns.filter(({ goingOn }) => goingOn.size > 0).length + (columns.length % TWO.columns));
  let best = flow(items, most);
  const pages = pagesOf(best);
  for (let room = most - STEP; room > LEAST_ROOM; room -= STEP) {
    const columns = flow(items, room);
    if (pagesOf(columns) > pages) break;
    if (cost(columns) < cost(best)) best = columns;
  }
  return best;
}

/**
 * Fills columns from the top. A parent is never the last in a column, and a family that goes on repeats its parents.
 */
function flow(items: readonly Item[], room: number): readonly Column[] {
  const columns = [emptyColumn()];
  const family: Item[] = [];
  for (const [index, item] of items.entries()) {
    family.length = Math.min(family.length, item.topic.depth);
    const column = columns.at(-1) ?? emptyColumn();
    if (!fits(column, toFirstLeaf(items, index), room) && column.rows.at(-1)?.topic.isParent !== true) {
      column.goingOn = new Set(family.map(({ topic }) => topic));
      columns.push(emptyColumn());
      for (const parent of family) add(columns.at(-1), parent, true);
    }
    add(columns.at(-1), item, false);
    if (item.topic.isParent) family.push(item);
  }
  return columns.map((column) => ({ ...column, height: column.height - BETWEEN }));
}

interface GrowingColumn {
  rows: Row[];
  height: number;
  goingOn: ReadonlySet<SectionTopic>;
}

function emptyColumn(): GrowingColumn {
  return { rows: [], height: 0, goingOn: new Set() };
}

function add(column: GrowingColumn | undefined, item: Item, isRepeated: boolean): void {
  if (column === undefined) return;
  const top = column.height + spaceAbove(item, column.rows.length);
  const lines = isRepeated ? [item.again] : item.lines;
  const note = isRepeated ? null : item.note;
  column.rows.push({ ...item, lines, note, isRepeated, y: top + LINE / 2 });
  column.height = top + lines.length * LINE + BETWEEN;
}

function fits({ rows, height }: GrowingColumn, together: readonly Item[], room: number): boolean {
  const needed = together.reduce(
    (sum, item) => sum + spaceAbove(item, rows.length) + item.lines.length * LINE + BETWEEN,
    -BETWEEN,
  );
  return rows.length === 0 || height + needed <= room;
}

function spaceAbove({ topic }: Item, rowsBefore: number): number {
  return topic.isParent && rowsBefore > 0 ? ABOVE_PARENT : 0;
}

/** A parent with its first child, that child's first child, and so on. They stay together. */
function toFirstLeaf(items: readonly Item[], from: number): readonly Item[] {
  let end = from;
  while (items[end]?.topic.isParent === true) end += 1;
  return items.slice(from, end + 1);
}
