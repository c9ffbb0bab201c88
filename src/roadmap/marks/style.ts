import { bracketAt } from './brackets.ts';
import { type Glyph, glyphAt, glyphBehind } from './glyphs.ts';
import { inputAt } from './inputs.ts';

/** What the items of one list, or the cells of one column, are marked with. */
export interface Style {
  /** Whether the kind of sign is a mark here, and no ornament. */
  readonly takes: (glyph: Glyph) => boolean;
  /** Whether words that note programs mark with are marks here: `TODO Git`. */
  readonly words: boolean;
  /** What a tick is written as here, and an open box. */
  readonly done: string;
  readonly open: string;
}

/** Boxes are marks wherever they stand. */
export const BOXES: Style = { takes: ({ kind }) => kind === 'box', words: false, done: '☑', open: '☐' };

/** Which marks a file has anywhere. It decides what a sign says that may be an ornament. */
export interface Usage {
  readonly boxes: boolean;
  readonly checks: boolean;
}

/** @returns which marks open or close these texts; the texts may be of several lines, each of which counts */
export function usageIn(texts: Iterable<string>): Usage {
  let [boxes, checks] = [false, false];
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const glyph = signOf(line.trim());
      boxes ||= glyph?.kind === 'box' || isBox(line.trim());
      checks ||= glyph?.kind === 'check';
    }
    if (boxes && checks) break;
  }
  return { boxes, checks };
}

/**
 * Tells which signs are marks in a list. Signs that may be ornaments are marks where the file has no boxes, or where
 * the list has an open one of them as well. Colours are marks beside other marks, or where all items are red or green.
 *
 * What is written for a tick keeps this as it is: in a file with boxes a tick becomes ☑️, which is a mark everywhere,
 * for a list of nothing but ✅ would be taken for a list of features.
 * @param texts what the items begin and end with
 */
export function styleOf(texts: readonly string[], usage: Usage): Style {
  const glyphs = texts.map((text) => signOf(text));
  const some = (wanted: (glyph: Glyph) => boolean): boolean =>
    glyphs.some((glyph) => glyph !== null && wanted(glyph));
  const boxes = some(({ kind }) => kind === 'box') || texts.some(isBox);
  const open = some(({ kind, state }) => kind === 'check' && state === 'todo');
  const checks = usage.boxes ? boxes || open : true;
  const marked = boxes || (checks && some(({ kind }) => kind === 'check'));
  const colours = marked || areTrafficLights(glyphs);
  const takes = ({ kind }: Glyph): boolean => {
    if (kind === 'box') return true;
    if (kind === 'check') return checks;
    return kind === 'cross' ? marked : colours;
  };
  const own = (state: Glyph['state']): string | undefined =>
    glyphs.find((glyph) => glyph?.kind === 'check' && glyph.state === state)?.raw;
  return { takes, words: true, done: usage.boxes ? '☑️' : (own('done') ?? '✅'), open: own('todo') ?? '⬜' };
}

/** Red and green alone, both there, before every item: three colours are as often easy, middling and hard. */
function areTrafficLights(glyphs: readonly (Glyph | null)[]): boolean {
  const states = new Set(glyphs.map((glyph) => (glyph?.kind === 'colour' ? glyph.state : null)));
  return states.size === 2 && states.has('todo') && states.has('done');
}

function signOf(text: string): Glyph | null {
  return glyphAt(text) ?? glyphBehind(text);
}

function isBox(text: string): boolean {
  const lead = text.replace(/^(?:[-*+]?\s*)/u, '');
  return bracketAt(lead) !== null || inputAt(lead) !== null;
}
