import { FONTS } from './look.ts';
import type { Shape } from './scene.ts';
import { fit, line, titled, type Typesetter } from './typeset.ts';

/** The place of the reader on a map: the topic, and "You are here · ACID" in two parts. */
export interface Here {
  readonly topic: string;
  readonly label: string;
  readonly title: string;
}

/** `below` is the distance from the mark to the label. */
const LABEL = { height: 26, padding: 8, baseline: 19.5, below: 5 };

/** The width of the whole label, in units. */
export function hereWidth(here: Here, type: Typesetter): number {
  return type.measure(labelOf(here, type), FONTS.strong) + 2 * LABEL.padding;
}

/** Draws a ring around the mark of the topic, and a label under it that stays between `left` and `right`. */
export function hereShapes(
  here: Here,
  { x, y, d }: { readonly x: number; readonly y: number; readonly d: number },
  { left, right }: { readonly left: number; readonly right: number },
  type: Typesetter,
): readonly Shape[] {
  const { text, font } = labelWithin(here, right - left - 2 * LABEL.padding, type);
  const width = type.measure(text, font) + 2 * LABEL.padding;
  const from = Math.min(Math.max(x - width / 2, left), right - width);
  const top = y + d / 2 + LABEL.below;
  return [
    { kind: 'disc', x, y, r: d / 2 + 3, fill: null, edge: 'here', edgeWidth: 2 },
    { kind: 'sign', sign: 'pointer', x, y: top + 1, d: 6, colour: 'here' },
    { kind: 'panel', box: { x: from, y: top, w: width, h: LABEL.height }, radius: 5, fill: 'here' },
    line(type, text, from + LABEL.padding, top + LABEL.baseline, { font, colour: 'onHere' }),
  ];
}

/** "You are here · ACID", without the title if it cannot be drawn. */
function labelOf({ label, title }: Here, type: Typesetter): string {
  const shown = titled(type, title, '');
  return shown === '' ? label : `${label} · ${shown}`;
}

/** A long label is smaller, then without its first part. It is cut only if the title alone is too long. */
function labelWithin(here: Here, max: number, type: Typesetter) {
  const whole = labelOf(here, type);
  const title = titled(type, here.title, '') || whole;
  const choices = [
    { text: whole, font: FONTS.strong },
    { text: whole, font: FONTS.captionStrong },
    { text: title, font: FONTS.strong },
    { text: title, font: FONTS.captionStrong },
  ];
  const fitting = choices.find(({ text, font }) => type.measure(text, font) <= max);
  return fitting ?? { text: fit(type, title, FONTS.captionStrong, max), font: FONTS.captionStrong };
}
