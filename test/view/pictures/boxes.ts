import type { Typesetter } from '../../../src/view/pictures/typeset.ts';
import { type Box, boxOf, type Scene, type Shape } from '../../../src/view/pictures/scene.ts';
import { graphemesOf, isEmoji } from '../../../src/view/pictures/letters.ts';
import { MAX_HEIGHT, WIDTH } from '../../../src/view/pictures/look.ts';

/** A font whose letters are as wide as the wide letters of Inter. It has Latin and Cyrillic letters, and emoji. */
export const type: Typesetter = {
  measure: (text, { size }) =>
    graphemesOf(text).reduce(
      (sum, letter) => sum + size * (isEmoji(letter) ? 1.25 : /[mwMW]/.test(letter) ? 0.95 : 0.6),
      0,
    ),
  letters: (codePoint) =>
    codePoint < 0x500 || codePoint === 0x2026 || (codePoint > 0x2010 && codePoint < 0x2020),
  emoji: (codePoint) => codePoint > 0x2000,
};

/** Letters, marks and rings must not overlap. Panels and lines lie under them. */
const isSolid = ({ kind }: Shape): boolean => ['text', 'mark', 'ring', 'sign'].includes(kind);

/** Boxes may touch, because letters are seldom as high as their line. */
const TOLERANCE = 1;

function overlap(a: Box, b: Box): boolean {
  return (
    a.x + a.w > b.x + TOLERANCE &&
    b.x + b.w > a.x + TOLERANCE &&
    a.y + a.h > b.y + TOLERANCE &&
    b.y + b.h > a.y + TOLERANCE
  );
}

/** Describes each shape in a wrong place. Empty if there is none. */
export function faults({ height, shapes }: Scene): readonly string[] {
  const solid = shapes.filter(isSolid).map((shape) => ({ shape, box: boxOf(shape) }));
  const found: string[] = [];
  if (height > MAX_HEIGHT) found.push(`${height} high`);
  for (const shape of shapes) {
    const { x, y, w, h } = boxOf(shape);
    const margin = shape.kind === 'panel' && w >= WIDTH ? 0 : MARGIN;
    if (x < margin || y < 0 || x + w > WIDTH - margin || y + h > height)
      found.push(`outside: ${told(shape)}`);
  }
  for (const [index, one] of solid.entries()) {
    for (const other of solid.slice(index + 1)) {
      // A percentage is in the middle of its rings.
      if (one.shape.kind === 'ring' && inside(other.box, one.box)) continue;
      if (overlap(one.box, other.box)) found.push(`${told(one.shape)} lies over ${told(other.shape)}`);
    }
  }
  return found;
}

/** The smallest distance to the edge, which the mark of a topic in the first column of a map has. */
const MARGIN = 12;

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

function told(shape: Shape): string {
  const { x, y, w, h } = boxOf(shape);
  const what = shape.kind === 'text' ? `"${shape.text}"` : shape.kind;
  return `${what} at ${[x, y, w, h].map(Math.round).join(' ')}`;
}
