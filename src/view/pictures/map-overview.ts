import { type Colour, FONTS } from './look.ts';
import { framed, MAP, type MapFrame, type MapPage, roomOf } from './map.ts';
import { type Here, hereShapes } from './map-here.ts';
import {
  aboveMarks,
  arrange,
  bandHeight,
  BESIDE,
  type Block,
  GAP,
  type Island,
  type IslandNode,
  LANE,
  PADDING,
  type Size,
  TITLE_LINE,
} from './map-islands.ts';
import type { MarkKind, Shape } from './scene.ts';
import { line, type Typesetter } from './typeset.ts';

/** A whole roadmap. Each section is an island, and each topic without parts is a mark on it. */
export interface OverviewPicture extends MapFrame {
  readonly kind: 'overview';
  readonly locale: string;
  readonly islands: readonly Island[];
  readonly here: Here | null;
}

/** The baseline of an island's title, below the island's top. */
const TITLE_BASELINE = 24;
const FINISHED: ReadonlySet<MarkKind> = new Set(['done', 'proven', 'skipped']);

/** Draws the pages of a roadmap's map. */
export function overviewPages(picture: OverviewPicture, type: Typesetter): readonly MapPage[] {
  const { islands, here } = picture;
  const { size, pages } = arrange(islands, here, roomOf(picture, type), type);
  return pages.map((bands, page) => {
    const shapes: Shape[] = [];
    let y = MAP.top;
    for (const band of bands) {
      let x = MAP.margin;
      for (const block of band) {
        const box = { x, y, w: block.width, h: bandHeight(band) };
        shapes.push(
          { kind: 'panel', box, radius: 10, fill: 'panel', ...edgeOf(block) },
          ...titleShapes(block, box, type),
          ...rowShapes(block, box, size, here, type),
        );
        x += block.width + BESIDE;
      }
      y += bandHeight(band) + GAP;
    }
    return framed(picture, shapes, y - GAP, [page, pages.length], type);
  });
}

/** The edge of an island on which nothing is left to do. */
function edgeOf({ rows }: Block): { readonly edge?: Colour; readonly edgeWidth?: number } {
  const marks = new Set(rows.flat().map(({ mark }) => mark));
  if (!marks.isSubsetOf(FINISHED) || marks.isSubsetOf(new Set(['skipped']))) return {};
  return { edge: marks.has('done') ? 'done' : 'proven', edgeWidth: 1.5 };
}

/** The left and top edge of an island, and its width. */
interface Ground {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** The title, with the count at the right of its first line. */
function titleShapes({ title, count }: Block, { x, y, w }: Ground, type: Typesetter): readonly Shape[] {
  const first = y + TITLE_BASELINE;
  return [
    ...title.map((words, index) =>
      line(type, words, x + PADDING, first + index * TITLE_LINE, { font: FONTS.strong, colour: 'text' }),
    ),
    line(type, count, x + w - PADDING, first, { font: FONTS.caption, colour: 'mute', align: 'right' }),
  ];
}

/** The marks in their rows, and the reader's place in the lane under its row. */
function rowShapes(
  { title, rows }: Block,
  ground: Ground,
  { d, pitch }: Size,
  here: Here | null,
  type: Typesetter,
): readonly Shape[] {
  const [left, right] = [ground.x + PADDING, ground.x + ground.w - PADDING];
  const xOf = (index: number): number => left + d / 2 + index * pitch;
  const shapes: Shape[] = [];
  let y = ground.y + aboveMarks(title) + d / 2;
  for (const row of rows) {
    shapes.push(...linkShapes(row, y, d, xOf));
    for (const [index, { topic, mark, share }] of row.entries()) {
      shapes.push({ kind: 'mark', mark, x: xOf(index), y, d, topic, ...(share !== undefined && { share }) });
    }
    const at = row.findIndex(({ topic }) => topic === here?.topic);
    if (here !== null && at !== -1) {
      shapes.push(...hereShapes(here, { x: xOf(at), y, d }, { left, right }, type));
      y += LANE;
    }
    y += pitch;
  }
  return shapes;
}

/** Lines between neighbours with the same parent. */
function linkShapes(
  row: readonly IslandNode[],
  y: number,
  d: number,
  xOf: (index: number) => number,
): readonly Shape[] {
  return row.flatMap(({ isLinked }, index): readonly Shape[] => {
    if (!isLinked || index === 0) return [];
    const [from, to] = [xOf(index - 1) + d / 2, xOf(index) - d / 2];
    return [{ kind: 'line', from: [from, y], to: [to, y], width: 4, colour: 'link', round: false }];
  });
}
