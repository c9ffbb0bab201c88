import type { Colour, Font } from './look.ts';

/**
 * A picture before it is painted: shapes in the order in which they are painted, in units (400 are as wide as a
 * picture). Layouts make scenes without knowing of a canvas, so tests can look at where everything stands.
 */
export interface Scene {
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Left and top edge, width and height. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/**
 * How a topic stands: told by the shape of its mark first, and by the colour second. `some`: a part of it is done, or
 * a part of the group has done it.
 */
export type MarkKind = 'todo' | 'doing' | 'some' | 'done' | 'proven' | 'skipped';

export type Shape = Text | Panel | Bar | Disc | Ring | Mark | Line | Elbow | Sign;

/** One line of text, never wrapped. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly font: Font;
  readonly colour: Colour;
  /** Its left edge and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A filled rectangle with round corners. */
export interface Panel {
  readonly kind: 'panel';
  readonly box: Box;
  readonly radius: number;
  readonly fill: Colour | null;
  readonly edge?: Colour;
  readonly edgeWidth?: number;
}

/** A bar that is filled from the left by parts with a small cut between them. */
export interface Bar {
  readonly kind: 'bar';
  readonly box: Box;
  /** Their widths, in units. */
  readonly parts: readonly { readonly w: number; readonly colour: Colour }[];
}

export interface Disc {
  readonly kind: 'disc';
  /** Its centre. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: Colour | null;
  readonly edge?: Colour;
  readonly edgeWidth?: number;
}

/** A ring that is filled clockwise from twelve o'clock. */
export interface Ring {
  readonly kind: 'ring';
  readonly x: number;
  readonly y: number;
  /** To the middle of its stroke. */
  readonly r: number;
  readonly width: number;
  /** 0 to 1. */
  readonly share: number;
  readonly colour: Colour;
  readonly track: Colour;
  /** The topic that it stands for. */
  readonly topic?: string;
}

/** How a topic stands. */
export interface Mark {
  readonly kind: 'mark';
  readonly mark: MarkKind;
  /** Its centre and its diameter. */
  readonly x: number;
  readonly y: number;
  readonly d: number;
  /** Of `some`: how much, 0 to 1. */
  readonly share?: number;
  /** Whether it stands on the pill of "you are here", in one colour with the letters there. */
  readonly isOnHere?: boolean;
  /** The topic that it stands for. */
  readonly topic?: string;
}

export interface Line {
  readonly kind: 'line';
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly width: number;
  readonly colour: Colour;
  readonly round: boolean;
}

/** Down from a spine and around a corner to a child. */
export interface Elbow {
  readonly kind: 'elbow';
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

/** A little drawing: text fonts lack these signs. */
export interface Sign {
  readonly kind: 'sign';
  readonly sign: 'flame' | 'check' | 'pointer';
  readonly x: number;
  readonly y: number;
  readonly d: number;
  readonly colour: Colour;
}

/**
 * A bar with parts of such shares (0 to 1). What there is can be seen, however little it is: the least that a part
 * takes is the bar's height, at the cost of the widest.
 */
export function splitBar(
  box: Box,
  parts: readonly { readonly share: number; readonly colour: Colour }[],
): Bar {
  const shown = parts
    .filter(({ share }) => share > 0)
    .map(({ share, colour }) => ({ w: Math.max(box.h, share * box.w), colour }));
  const excess = Math.max(0, shown.reduce((sum, { w }) => sum + w, 0) - box.w);
  const widest = Math.max(...shown.map(({ w }) => w));
  const from = shown.findIndex(({ w }) => w === widest);
  return {
    kind: 'bar',
    box,
    parts: shown.map((part, index) => (index === from ? { ...part, w: part.w - excess } : part)),
  };
}

/** The place that a shape takes up; of text, from above its capitals to below its descenders. */
export function boxOf(shape: Shape): Box {
  switch (shape.kind) {
    case 'text':
      return {
        x: shape.x,
        y: shape.y - shape.font.size * 0.76,
        w: shape.width,
        h: shape.font.size * 0.98,
      };
    case 'panel':
    case 'bar':
      return shape.box;
    case 'disc':
      return around(shape.x, shape.y, 2 * shape.r + (shape.edge === undefined ? 0 : (shape.edgeWidth ?? 0)));
    case 'ring':
      return around(shape.x, shape.y, 2 * shape.r + shape.width);
    case 'mark':
      // A diamond reaches a little beyond the circle that the others fill.
      return around(shape.x, shape.y, shape.d * (shape.mark === 'proven' ? 1.16 : 1));
    case 'sign':
      return around(shape.x, shape.y, shape.d);
    case 'line':
      return spanning(shape.from, shape.to);
    case 'elbow':
      return spanning([shape.x, shape.y], [shape.toX, shape.toY]);
  }
}

function around(x: number, y: number, d: number): Box {
  return { x: x - d / 2, y: y - d / 2, w: d, h: d };
}

function spanning(from: readonly [number, number], to: readonly [number, number]): Box {
  const [x, y] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
  return { x, y, w: Math.abs(from[0] - to[0]), h: Math.abs(from[1] - to[1]) };
}
