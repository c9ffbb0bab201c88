import { RIGHT } from './edges.ts';
import { type Colour, FONTS } from './look.ts';
import type { Shape } from './scene.ts';
import { line, type Typesetter } from './typeset.ts';

const PILL = { height: 24, padding: 8 };

/** Draws words in a coloured pill that ends at `right`. */
export function pill(
  text: string,
  right: number,
  baseline: number,
  colour: Colour,
  fill: Colour,
  type: Typesetter,
): readonly Shape[] {
  const font = FONTS.strong;
  const words = line(type, text, right - PILL.padding, baseline, { font, colour, align: 'right' });
  const box = {
    x: words.x - PILL.padding,
    y: baseline - font.size * 0.36 - PILL.height / 2,
    w: words.width + 2 * PILL.padding,
    h: PILL.height,
  };
  return [{ kind: 'panel', box, radius: PILL.height / 2, fill }, words];
}

/** The left edge of a pill, or of the place where one could stand if there is none. */
export function leftOf(shapes: readonly Shape[]): number {
  const [first] = shapes;
  return first?.kind === 'panel' ? first.box.x : RIGHT;
}
