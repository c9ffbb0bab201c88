import { WIDTH } from './look.ts';

/** The margin at both sides of a picture of figures, in units. A map has a margin of its own, because it needs the room. */
export const MARGIN = 20;
/** Where its content ends at the right. */
export const RIGHT = WIDTH - MARGIN;
/** The width of its content. */
export const INNER = WIDTH - 2 * MARGIN;
