import type { Colour, Font } from './look.ts';

/**
 * A picture before it is painted: shapes in their order, in units (a picture is 400 wide). Layouts make scenes without
 * a canvas, so that tests can check where everything stands.
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
 * The state of a topic. The shape of its mark tells it first, and the colour second. `some` means that a part of it is
 * done, or that a part of the group has done it.
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

/** A bar that is filled from the left. Small cuts separate its parts. */
export interface Bar {
  readonly kind: 'bar';
  readonly box: Box;
  /** The widths of the parts, in units. */
  readonly parts: readonly { readonly w: number; readonly colour: Colour }[];
}

export interface Disc {
  readonly kind: 'disc';
  /** The centre. */
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
  /** The distance from the centre to the middle of the stroke. */
  readonly r: number;
  readonly width: number;
  /** 0 to 1. */
  readonly share: number;
  readonly colour: Colour;
  readonly track: Colour;
  /** The topic that it stands for. */
  readonly topic?: string;
}

/** The mark of a topic's state. */
export interface Mark {
  readonly kind: 'mark';
  readonly mark: MarkKind;
  /** The centre and the diameter. */
  readonly x: number;
  readonly y: number;
  readonly d: number;
  /** The share that is done, 0 to 1. Only for `some`. */
  readonly share?: number;
  /** Whether it stands on the pill of "you are here", and has the colour of the letters there. */
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

/** A line down from a spine and around a corner to a child. */
export interface Elbow {
  readonly kind: 'elbow';
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

/** A little drawing of a sign that text fonts lack. */
export interface Sign {
  readonly kind: 'sign';
  readonly sign: 'flame' | 'check' | 'pointer';
  readonly x: number;
  readonly y: number;
  readonly d: number;
  readonly colour: Colour;
}

/**
 * A bar with parts of these shares (0 to 1). Every part is visible: it is at least as wide as the bar is high, and the
 * widest part gives up that width.
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

/** The box around a shape. For text it reaches from above the capitals to below the descenders. */
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
      // A diamond reaches a little beyond the circle that the other marks fill.
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
