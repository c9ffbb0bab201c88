import { FONTS, MAX_HEIGHT, WIDTH } from './look.ts';
import { type MarkKind, type Scene, type Shape, splitBar } from './scene.ts';
import { line, titled, type Typesetter } from './typeset.ts';

/** The parts around a map, which both zooms share. */
export interface MapFrame {
  readonly title: string;
  /** "27 of 87 done" */
  readonly count: string;
  /** The share that is done, and the part of it that is proven; 0 to 1. */
  readonly share: { readonly done: number; readonly proven: number };
  /** The words beside the marks at the bottom, for all kinds of marks. */
  readonly legend: Readonly<Record<MarkKind, string>>;
}

/** A page of a map, and the topics on it. */
export interface MapPage {
  readonly scene: Scene;
  readonly topics: readonly string[];
}

/** The state of a topic, for a member or for a group. */
export interface MapNode {
  readonly topic: string;
  readonly mark: MarkKind;
  /** The share that is done, 0 to 1. Only for `some`. */
  readonly share?: number;
}

export const MAP = { margin: 16, top: 82 };
const RIGHT = WIDTH - MAP.margin;
/** Baselines of the title and of the count below it. */
const HEADING = { title: 32, count: 57 };
/** The bar under both. */
const BAR = { y: 66, h: 6 };
/** `above`: from the content to the middle of the first line. `below`: from the middle of the last one to the edge. */
const LEGEND = {
  d: 16,
  beside: 6,
  gap: 14,
  above: 19,
  line: 24,
  below: 17,
  order: ['todo', 'doing', 'some', 'done', 'proven', 'skipped'],
} as const;
/** The title and the legend are indented by this much against the islands. */
const EDGE = 2;

/** Puts a title above a page, and a legend of its marks below it. */
export function framed(
  { title, count, share, legend }: MapFrame,
  content: readonly Shape[],
  bottom: number,
  [page, pages]: readonly [page: number, pages: number],
  type: Typesetter,
): MapPage {
  const total = pages > 1 ? `${count} · ${page + 1}/${pages}` : count;
  const there = new Set(content.flatMap((shape) => (shape.kind === 'mark' ? [shape.mark] : [])));
  const lines = legendLines(
    LEGEND.order.filter((mark) => there.has(mark)),
    legend,
    type,
  );
  const first = bottom + LEGEND.above;
  return {
    scene: {
      height: Math.ceil(bottom + legendHeight(lines.length)),
      shapes: [
        ...heading(title, total, type),
        shareBar(share),
        ...content,
        ...lines.flatMap((marks, index) => legendLine(marks, legend, first + index * LEGEND.line, type)),
      ],
    },
    topics: content.flatMap((shape) => ('topic' in shape && shape.topic !== undefined ? [shape.topic] : [])),
  };
}

/** The title with the count below it. A title that cannot be drawn leaves its line empty. */
function heading(title: string, count: string, type: Typesetter): readonly Shape[] {
  const left = MAP.margin + EDGE;
  const max = RIGHT - EDGE - left;
  const name = titled(type, title, '');
  return [
    line(type, name, left, HEADING.title, { font: FONTS.title, colour: 'text', max }),
    line(type, count, left, HEADING.count, { font: FONTS.body, colour: 'soft', max }),
  ];
}

function shareBar({ done, proven }: MapFrame['share']): Shape {
  const left = MAP.margin + EDGE;
  return splitBar({ x: left, y: BAR.y, w: WIDTH - 2 * left, h: BAR.h }, [
    { share: proven, colour: 'proven' },
    { share: done - proven, colour: 'done' },
  ]);
}

/** The height that a page has for its content. Its legend may explain all kinds of marks. */
export function roomOf({ legend }: MapFrame, type: Typesetter): number {
  return MAX_HEIGHT - MAP.top - legendHeight(legendLines(LEGEND.order, legend, type).length);
}

function legendHeight(lines: number): number {
  return LEGEND.above + (lines - 1) * LEGEND.line + LEGEND.below;
}

/** The marks that are on the page, in as many lines as their words need. */
function legendLines(
  marks: readonly MarkKind[],
  legend: MapFrame['legend'],
  type: Typesetter,
): readonly (readonly MarkKind[])[] {
  const lines: MarkKind[][] = [[]];
  let left = LEGEND_ROOM;
  for (const mark of marks) {
    const width = legendWidth(legend[mark], type);
    const isFirst = lines.at(-1)?.length === 0;
    if (!isFirst && width > left) {
      lines.push([]);
      left = LEGEND_ROOM;
    }
    lines.at(-1)?.push(mark);
    left -= width + LEGEND.gap;
  }
  return lines;
}

const LEGEND_ROOM = WIDTH - 2 * (MAP.margin + EDGE);

/** The width of a mark with its word, which is cut if it is longer than a line. */
function legendWidth(word: string, type: Typesetter): number {
  const { d, beside } = LEGEND;
  return Math.min(d + beside + type.measure(word, FONTS.caption), LEGEND_ROOM);
}

function legendLine(
  marks: readonly MarkKind[],
  legend: MapFrame['legend'],
  y: number,
  type: Typesetter,
): readonly Shape[] {
  const { d, beside, gap } = LEGEND;
  let x = MAP.margin + EDGE;
  return marks.flatMap((mark): readonly Shape[] => {
    const width = legendWidth(legend[mark], type);
    const style = { font: FONTS.caption, colour: 'soft', max: width - d - beside } as const;
    const shapes: readonly Shape[] = [
      { kind: 'mark', mark, x: x + d / 2, y, d, share: 0.6 },
      line(type, legend[mark], x + d + beside, y + 6, style),
    ];
    x += width + gap;
    return shapes;
  });
}
