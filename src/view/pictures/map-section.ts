import { FONTS } from './look.ts';
import { framed, MAP, type MapFrame, type MapPage, roomOf } from './map.ts';
import {
  BETWEEN,
  type Column,
  COLUMN_GAP,
  DEEPEST,
  fontOf,
  type Grid,
  inColumns,
  INDENT,
  LABEL_AT,
  LINE,
  type Row,
  type SectionHere,
  type SectionTopic,
} from './map-columns.ts';
import type { Shape } from './scene.ts';
import { line, type Typesetter } from './typeset.ts';

/** A section as a tree, with the titles of its topics. */
export interface SectionPicture extends MapFrame {
  readonly kind: 'section';
  readonly locale: string;
  /** In file order, each parent before its children. */
  readonly topics: readonly SectionTopic[];
  readonly here: SectionHere | null;
}

const MARK_AT = 8;
const PARENT = { r: 6.5, width: 4 };
const LEAF = 16;
/** How far a baseline is below the middle of its line. */
const BASELINE = 6.5;
const PILL = { before: 11, after: 3, radius: 5, note: 4 };
const CORNER = 6;

/** Draws the pages of a section's map. */
export function sectionPages(picture: SectionPicture, type: Typesetter): readonly MapPage[] {
  const { topics, here } = picture;
  const { grid, columns } = inColumns(topics, here, roomOf(picture, type), type);
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
