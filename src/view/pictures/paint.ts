import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Font, type Palette, WIDTH } from './look.ts';
import type { Mark, Ring, Scene, Shape, Sign } from './scene.ts';

type Context = SKRSContext2D;

/** Puts text on a canvas. `fonts.ts` does this. */
export type PaintText = (context: Context, text: string, font: Font, x: number, y: number) => void;

/** Paints a scene. The context is scaled, so that its units are the scene's units. */
export function paint(
  context: Context,
  { height, shapes }: Scene,
  palette: Palette,
  paintText: PaintText,
): void {
  context.fillStyle = palette.card;
  context.fillRect(0, 0, WIDTH, height);
  // The border comes first, so that a bar of colour at an edge covers it.
  context.strokeStyle = palette.border;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(0.5, 0.5, WIDTH - 1, height - 1, 8);
  context.stroke();
  for (const shape of shapes) paintShape(context, shape, palette, paintText);
}

function paintShape(context: Context, shape: Shape, palette: Palette, paintText: PaintText): void {
  switch (shape.kind) {
    case 'text':
      context.fillStyle = palette[shape.colour];
      paintText(context, shape.text, shape.font, shape.x, shape.y);
      return;
    case 'panel': {
      const { x, y, w, h } = shape.box;
      context.beginPath();
      context.roundRect(x, y, w, h, shape.radius);
      fillAndStroke(context, palette, shape);
      return;
    }
    case 'bar':
      paintBar(context, shape, palette);
      return;
    case 'disc':
      circle(context, shape.x, shape.y, shape.r);
      fillAndStroke(context, palette, shape);
      return;
    case 'ring':
      paintRing(context, shape, palette);
      return;
    case 'mark':
      paintMark(context, shape, palette);
      return;
    case 'line':
      context.strokeStyle = palette[shape.colour];
      context.lineWidth = shape.width;
      context.lineCap = shape.round ? 'round' : 'butt';
      context.beginPath();
      context.moveTo(...shape.from);
      context.lineTo(...shape.to);
      context.stroke();
      return;
    case 'elbow':
      context.strokeStyle = palette.link;
      context.lineWidth = 2;
      context.lineCap = 'butt';
      context.beginPath();
      context.moveTo(shape.x, shape.y - 1);
      context.arcTo(shape.x, shape.toY, shape.toX, shape.toY, 5);
      context.lineTo(shape.toX, shape.toY);
      context.stroke();
      return;
    case 'sign':
      paintSign(context, shape, palette);
      return;
  }
}

function fillAndStroke(
  context: Context,
  palette: Palette,
  { fill, edge, edgeWidth = 1 }: Pick<Extract<Shape, { kind: 'panel' }>, 'fill' | 'edge' | 'edgeWidth'>,
): void {
  if (fill !== null) {
    context.fillStyle = palette[fill];
    context.fill();
  }
  if (edge !== undefined) {
    context.strokeStyle = palette[edge];
    context.lineWidth = edgeWidth;
    context.stroke();
  }
}

function circle(context: Context, x: number, y: number, r: number): void {
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
}

/** Paints the parts from the last to the first, over one another, so that only the cut between them is straight. */
function paintBar(context: Context, { box, parts }: Extract<Shape, { kind: 'bar' }>, palette: Palette): void {
  const { x, y, w, h } = box;
  context.fillStyle = palette.track;
  context.beginPath();
  context.roundRect(x, y, w, h, h / 2);
  context.fill();
  context.save();
  context.clip();
  const total = parts.reduce((sum, part) => sum + part.w, 0);
  let end = total;
  for (const [index, part] of parts.toReversed().entries()) {
    const isLast = index === 0;
    if (!isLast) {
      context.fillStyle = palette.card;
      context.fillRect(x, y, end + CUT, h);
    }
    context.fillStyle = palette[part.colour];
    context.beginPath();
    context.roundRect(x, y, end, h, [h / 2, isLast ? h / 2 : 0, isLast ? h / 2 : 0, h / 2]);
    context.fill();
    end -= part.w;
  }
  context.restore();
}

const CUT = 1.5;
/** A share of one in three hundred is drawn larger, because such a thin slice could not be seen on a phone. */
const LEAST_SHARE = 0.08;
const TOP = -Math.PI / 2;

function paintRing(context: Context, { x, y, r, width, share, colour, track }: Ring, palette: Palette): void {
  context.lineWidth = width;
  context.strokeStyle = palette[track];
  circle(context, x, y, r);
  context.stroke();
  if (share <= 0) return;
  context.strokeStyle = palette[colour];
  context.lineCap = 'round';
  context.beginPath();
  context.arc(x, y, r, TOP, TOP + 2 * Math.PI * Math.min(1, share));
  context.stroke();
  context.lineCap = 'butt';
}

/** Each state has a shape of its own, so that marks can be told apart without colour. */
function paintMark(context: Context, { mark, x, y, d, share = 0, isOnHere }: Mark, palette: Palette): void {
  const stroke = 0.12 * d;
  const colour =
    isOnHere === true
      ? palette.onHere
      : palette[mark === 'some' ? 'done' : mark === 'skipped' ? 'todo' : mark];
  const ground = isOnHere === true ? palette.here : palette.onDone;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = stroke;
  switch (mark) {
    case 'todo':
      circle(context, x, y, (d - stroke) / 2);
      context.stroke();
      return;
    case 'doing':
      circle(context, x, y, (d - stroke) / 2);
      context.stroke();
      context.beginPath();
      context.arc(x, y, d / 2 - stroke / 2, Math.PI / 2, (3 * Math.PI) / 2);
      context.fill();
      return;
    case 'some':
      context.strokeStyle = isOnHere === true ? colour : palette.todo;
      circle(context, x, y, (d - stroke) / 2);
      context.stroke();
      context.beginPath();
      context.moveTo(x, y);
      context.arc(x, y, d / 2 - 1.5 * stroke, TOP, TOP + 2 * Math.PI * Math.max(LEAST_SHARE, share));
      context.fill();
      return;
    case 'done':
      circle(context, x, y, d / 2);
      context.fill();
      check(context, x, y, 0.62 * d, ground);
      return;
    case 'proven': {
      const half = 0.58 * d;
      context.beginPath();
      context.moveTo(x, y - half);
      context.lineTo(x + half, y);
      context.lineTo(x, y + half);
      context.lineTo(x - half, y);
      context.closePath();
      context.fill();
      return;
    }
    case 'skipped': {
      const r = (d - stroke) / 2;
      const dash = (2 * Math.PI * r) / 16;
      context.setLineDash([1.25 * dash, 0.75 * dash]);
      circle(context, x, y, r);
      context.stroke();
      context.setLineDash([]);
      context.lineCap = 'round';
      context.beginPath();
      context.moveTo(x - 0.2 * d, y + 0.2 * d);
      context.lineTo(x + 0.2 * d, y - 0.2 * d);
      context.stroke();
      context.lineCap = 'butt';
      return;
    }
  }
}

function check(context: Context, x: number, y: number, d: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 0.2 * d;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(x - 0.36 * d, y + 0.04 * d);
  context.lineTo(x - 0.1 * d, y + 0.3 * d);
  context.lineTo(x + 0.38 * d, y - 0.28 * d);
  context.stroke();
  context.lineCap = 'butt';
}

function paintSign(context: Context, { sign, x, y, d, colour }: Sign, palette: Palette): void {
  if (sign === 'check') {
    check(context, x, y, d, palette[colour]);
    return;
  }
  context.fillStyle = palette[colour];
  if (sign === 'pointer') {
    context.beginPath();
    context.moveTo(x, y - d / 2);
    context.lineTo(x + d / 2, y + d / 2);
    context.lineTo(x - d / 2, y + d / 2);
    context.closePath();
    context.fill();
    return;
  }
  flame(context, x, y, d / 2);
  context.fillStyle = palette.card;
  flame(context, x, y + 0.2 * d, d / 4.4);
}

/** A drop that leans a little. `r` is half of its height. */
function flame(context: Context, x: number, y: number, r: number): void {
  context.beginPath();
  context.moveTo(x + 0.05 * r, y - r);
  context.bezierCurveTo(x + 0.2 * r, y - 0.5 * r, x + 0.78 * r, y - 0.3 * r, x + 0.78 * r, y + 0.3 * r);
  context.bezierCurveTo(x + 0.78 * r, y + 0.75 * r, x + 0.42 * r, y + r, x, y + r);
  context.bezierCurveTo(x - 0.42 * r, y + r, x - 0.78 * r, y + 0.75 * r, x - 0.78 * r, y + 0.3 * r);
  context.bezierCurveTo(x - 0.78 * r, y - 0.02 * r, x - 0.6 * r, y - 0.2 * r, x - 0.45 * r, y - 0.4 * r);
  context.bezierCurveTo(x - 0.42 * r, y - 0.2 * r, x - 0.3 * r, y - 0.1 * r, x - 0.2 * r, y - 0.12 * r);
  context.bezierCurveTo(x - 0.25 * r, y - 0.5 * r, x - 0.15 * r, y - 0.8 * r, x + 0.05 * r, y - r);
  context.closePath();
  context.fill();
}
