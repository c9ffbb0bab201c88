import { FONTS, WIDTH } from './look.ts';
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

export const MAP = { margin: 16, top: 57, bottom: 30 };
const RIGHT = WIDTH - MAP.margin;
const BASELINE = 34;
/** The bar under the title. */
const BAR = { y: 43, h: 5 };
const LEGEND = {
  d: 13,
  beside: 5,
  gap: { most: 13, least: 6 },
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
  const height = Math.ceil(bottom + MAP.bottom);
  const total = pages > 1 ? `${count} · ${page + 1}/${pages}` : count;
  const there = new Set(content.flatMap((shape) => (shape.kind === 'mark' ? [shape.mark] : [])));
  return {
    scene: {
      height,
      shapes: [
        ...heading(title, total, type),
        shareBar(share),
        ...content,
        ...legendLine(
          LEGEND.order.filter((mark) => there.has(mark)),
          legend,
          height - 15,
          type,
        ),
      ],
    },
    topics: content.flatMap((shape) => ('topic' in shape && shape.topic !== undefined ? [shape.topic] : [])),
  };
}

/** The title with the count at its right. If the title cannot be drawn, the count stands in its place. */
function heading(title: string, count: string, type: Typesetter): readonly Shape[] {
  const [left, right] = [MAP.margin + EDGE, RIGHT - EDGE];
  const large = { font: FONTS.title, colour: 'text' } as const;
  const name = titled(type, title, '');
  if (name === '') return [line(type, count, left, BASELINE, { ...large, max: right - left })];
  const number = line(type, count, right, BASELINE, { font: FONTS.body, colour: 'soft', align: 'right' });
  return [line(type, name, left, BASELINE, { ...large, max: number.x - left - 12 }), number];
}

function shareBar({ done, proven }: MapFrame['share']): Shape {
  const left = MAP.margin + EDGE;
  return splitBar({ x: left, y: BAR.y, w: WIDTH - 2 * left, h: BAR.h }, [
    { share: proven, colour: 'proven' },
    { share: done - proven, colour: 'done' },
  ]);
}

/** Explains only the marks on the page. Long words move closer together, and are cut if that is not enough. */
function legendLine(
  marks: readonly MarkKind[],
  legend: MapFrame['legend'],
  y: number,
  type: Typesetter,
): readonly Shape[] {
  const { d, beside, gap } = LEGEND;
  const gaps = Math.max(1, marks.length - 1);
  const room = RIGHT - 2 * EDGE - MAP.margin - marks.length * (d + beside);
  const words = marks.reduce((sum, mark) => sum + type.measure(legend[mark], FONTS.caption), 0);
  const between = Math.min(gap.most, Math.max(gap.least, (room - words) / gaps));
  const shrink = Math.min(1, (room - gaps * between) / words);
  let x = MAP.margin + EDGE;
  return marks.flatMap((mark): readonly Shape[] => {
    const max = type.measure(legend[mark], FONTS.caption) * shrink;
    const text = line(type, legend[mark], x + d + beside, y + 4.5, {
      font: FONTS.caption,
      colour: 'soft',
      max,
    });
    const sample: Shape = { kind: 'mark', mark, x: x + d / 2, y, d, share: 0.6 };
    x = text.x + max + between;
    return [sample, text];
  });
}
