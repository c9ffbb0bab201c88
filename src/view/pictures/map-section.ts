import { type Font, FONTS, WIDTH } from './look.ts';
import { framed, MAP, type MapFrame, type MapNode, type MapPage, roomOf } from './map.ts';
import type { Shape } from './scene.ts';
import { fit, line, titled, type Typesetter, wrap } from './typeset.ts';

/** A section as a tree, with the titles of its topics. */
export interface SectionPicture extends MapFrame {
  readonly kind: 'section';
  readonly locale: string;
  /** In file order, each parent before its children. */
  readonly topics: readonly SectionTopic[];
  /** The topic at which the reader is, and "here". */
  readonly here: { readonly topic: string; readonly label: string } | null;
}

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

const COLUMN_GAP = 16;
const LINE = 22;
const BETWEEN = 6;
const ABOVE_PARENT = 4;
const INDENT = 20;
/** Deeper topics are drawn at this depth, because there is no room for more. */
const DEEPEST = 2;
const MARK_AT = 8;
const LABEL_AT = 23;
const PARENT = { r: 6.5, width: 4 };
const LEAF = 16;
/** How far a baseline is below the middle of its line. */
const BASELINE = 6.5;
const LINES = 3;
const PILL = { before: 11, after: 3, radius: 5, note: 4 };
const NOTE_GAP = 8;
const CORNER = 6;
const STEP = 6;
const LEAST_ROOM = 120;
/** The extra height that is accepted to keep a family together, or to avoid a half-empty page. */
const WORTH = 60;

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

interface Row extends Item {
  /** Whether this is a repeated parent. */
  readonly isRepeated: boolean;
  /** The distance from the top of its column to the middle of its first line. */
  readonly y: number;
}

interface Column {
  readonly rows: readonly Row[];
  readonly height: number;
  /** The parents whose families go on in the next column. */
  readonly goingOn: ReadonlySet<SectionTopic>;
}

/** The number of columns on a page, and their width. */
interface Grid {
  readonly columns: number;
  readonly width: number;
}

const TWO: Grid = { columns: 2, width: (WIDTH - 2 * MAP.margin - COLUMN_GAP) / 2 };
const ONE: Grid = { columns: 1, width: WIDTH - 2 * MAP.margin };

/**
 * Lays out the pages of a section's map. It has two columns, or a single wide one if the titles need it and fit on one
 * page.
 */
export function sectionPages(picture: SectionPicture, type: Typesetter): readonly MapPage[] {
  const narrow = itemsOf(picture, TWO, type);
  const isCut = narrow.some(({ lines }) => lines.at(-1)?.endsWith('…') === true);
  const room = roomOf(picture, type);
  const wide = isCut ? flow(itemsOf(picture, ONE, type), room) : [];
  const [grid, columns] = wide.length === 1 ? [ONE, wide] : [TWO, even(narrow, room)];
  const pages = Array.from({ length: Math.ceil(columns.length / grid.columns) }, (_, page) =>
    columns.slice(page * grid.columns, (page + 1) * grid.columns),
  );
  return pages.map((shown, page) => {
    const shapes = shown.flatMap((column, index) => {
      const x = MAP.margin + index * (grid.width + COLUMN_GAP);
      return [...spines(column, x), ...column.rows.flatMap((row) => rowShapes(row, x, grid, type))];
    });
    const bottom = MAP.top + Math.max(...shown.map(({ height }) => height));
    return framed(picture, shapes, bottom, [page, pages.length], type);
  });
}

function itemsOf(picture: SectionPicture, { width }: Grid, type: Typesetter): readonly Item[] {
  return picture.topics.map((topic) => {
    const isHere = topic.topic === picture.here?.topic;
    const depth = Math.min(topic.depth, DEEPEST);
    const font = fontOf(topic, isHere);
    const room = width - LABEL_AT - depth * INDENT;
    const title = titled(type, topic.title, topic.spare);
    const widthOf = (note: string): number => type.measure(note, FONTS.captionStrong) + NOTE_GAP;
    // "Here" only repeats what the colour says, so it goes before the title is cut for it.
    const here = picture.here?.label ?? null;
    const [firstWord = ''] = title.split(' ');
    const hasRoom = here !== null && type.measure(firstWord, font) <= room - widthOf(here);
    const note = isHere ? (hasRoom ? here : null) : topic.note;
    const first = room - (note === null ? 0 : widthOf(note));
    const again = topic.isParent ? goesOn(type, title, font, room) : title;
    return { topic, depth, isHere, lines: wrap(type, title, font, room, LINES, first), note, again };
  });
}

function goesOn(type: Typesetter, title: string, font: Font, room: number): string {
  const whole = `${title}…`;
  return type.measure(whole, font) <= room ? whole : fit(type, title, font, room);
}

function fontOf({ isParent }: SectionTopic, isHere: boolean): Font {
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

function rowShapes(row: Row, left: number, grid: Grid, type: Typesetter): readonly Shape[] {
  const { topic, depth, isHere, lines, note } = row;
  const y = MAP.top + row.y;
  const x = left + MARK_AT + depth * INDENT;
  const right = left + grid.width;
  const isPilled = isHere && !row.isRepeated;
  const [font, colour] = [fontOf(topic, isHere), isPilled ? 'onHere' : colourOf(topic)] as const;
  const pill = {
    x: x - PILL.before,
    y: y - LINE / 2 - BETWEEN / 2 + 0.5,
    w: right + PILL.after - x + PILL.before,
    h: lines.length * LINE + BETWEEN - 1,
  };
  const noteStyle = isPilled
    ? ({ font: FONTS.captionStrong, colour: 'onHere', align: 'right' } as const)
    : ({ font: FONTS.caption, colour: 'mute', align: 'right' } as const);
  return [
    ...(isPilled ? [{ kind: 'panel', box: pill, radius: PILL.radius, fill: 'here' } as const] : []),
    markOf(row, x, y),
    ...lines.map((text, index) =>
      line(type, text, left + LABEL_AT + depth * INDENT, y + BASELINE + index * LINE, { font, colour }),
    ),
    ...(note === null ? [] : [line(type, note, right - (isPilled ? PILL.note : 0), y + BASELINE, noteStyle)]),
  ];
}

/**
 * The mark of a topic without parts, or the ring of a parent, which is filled by the share of its parts that are done.
 */
function markOf(
  { topic: { topic, mark, share = 0, isParent }, isHere, isRepeated }: Row,
  x: number,
  y: number,
): Shape {
  // A repeated parent is not counted as another topic.
  const counted = isRepeated ? {} : { topic };
  if (isParent) {
    return { kind: 'ring', x, y, ...PARENT, share, colour: 'done', track: 'link', ...counted };
  }
  return { kind: 'mark', mark, x, y, d: LEAF, share, isOnHere: isHere, ...counted };
}

/** Done topics have a quiet colour, so that open ones stand out. */
function colourOf({ isParent, mark }: SectionTopic) {
  if (isParent || mark === 'todo' || mark === 'doing') return 'text';
  return mark === 'skipped' ? 'mute' : 'soft';
}

/** Draws a line down from each parent, and around a corner to each of its children. */
function spines({ rows, height, goingOn }: Column, left: number): readonly Shape[] {
  return rows.flatMap((parent, index): readonly Shape[] => {
    if (!parent.topic.isParent || parent.depth === DEEPEST) return [];
    const end = rows.findIndex((row, at) => at > index && row.depth <= parent.depth);
    const below = rows.slice(index + 1, end === -1 ? undefined : end);
    const children = below.filter(({ depth }) => depth === parent.depth + 1);
    const last = children.at(-1);
    if (last === undefined) return [];
    const x = left + MARK_AT + parent.depth * INDENT;
    const from = MAP.top + parent.y + LEAF / 2 + 1;
    const to = MAP.top + (goingOn.has(parent.topic) ? height : last.y - CORNER);
    return [
      { kind: 'line', from: [x, from], to: [x, to], width: 2, colour: 'link', round: false },
      ...children.map(({ y }): Shape => {
        const [top, toX] = [MAP.top + y - CORNER, x + INDENT - LEAF / 2 - 2];
        return { kind: 'elbow', x, y: top, toX, toY: MAP.top + y };
      }),
    ];
  });
}
