import { bracketAt, squareAt } from './brackets.ts';
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
  /** What is put before an item without a mark to tick it. */
  readonly added: string;
}

/** Boxes are marks wherever they stand. */
export const BOXES: Style = {
  takes: ({ kind }) => kind === 'box',
  words: false,
  done: '☑',
  open: '☐',
  added: '[x] ',
};

/** Which marks a file has anywhere. It decides what a sign says that may be an ornament. */
export interface Usage {
  /** Boxes in square brackets, and those of HTML. */
  readonly boxes: boolean;
  /** Signs that may be marks. */
  readonly signs: boolean;
}

/** @returns which marks open or close these texts; the texts may be of several lines, each of which counts */
export function usageIn(texts: Iterable<string>): Usage {
  let [boxes, signs] = [false, false];
  for (const text of texts) {
    for (const line of text.split('\n')) {
      boxes ||= isBox(line.trim());
      signs ||= signOf(line.trim()) !== null;
    }
    if (boxes && signs) break;
  }
  return { boxes, signs };
}

/**
 * Tells which signs are marks in a list. Signs that may be ornaments are marks where the file has no boxes, or where
 * the list has an open one of them as well. Crosses and colours are marks beside other marks; red and green also where
 * all items have one of them.
 *
 * What is written for a tick keeps all this as it is. In a file with boxes a tick is written ☑️, which is a mark
 * everywhere, since a list of nothing but ✅ is taken for a list of features there. What is added to an item without a
 * mark makes no sign in its list a mark, and no box of it where the file has signs.
 * @param texts what the items begin and end with
 */
export function styleOf(texts: readonly string[], usage: Usage): Style {
  const glyphs = texts.map((text) => signOf(text));
  const some = (wanted: (glyph: Glyph) => boolean): boolean =>
    glyphs.some((glyph) => glyph !== null && wanted(glyph));
  const boxes = some(({ kind }) => kind === 'box');
  const checks = !usage.boxes || boxes || some(({ kind, state }) => kind === 'check' && state === 'todo');
  const marked = boxes || (checks && some(({ kind }) => kind === 'check'));
  const colours = marked || (!usage.boxes && areTrafficLights(glyphs));
  const takes = ({ kind }: Glyph): boolean =>
    ({ box: true, check: checks, cross: marked, colour: colours })[kind];
  const own = (state: Glyph['state']): string | undefined =>
    glyphs.find((glyph) => glyph?.kind === 'check' && glyph.state === state)?.raw;
  const done = usage.boxes ? '☑️' : (own('done') ?? '✅');
  const added = usage.boxes || !usage.signs ? '[x] ' : marked ? `${done} ` : '(x) ';
  return { takes, words: true, done, open: own('todo') ?? '⬜', added };
}

/** Red and green alone, both there, before every item: three colours are as often easy, middling and hard. */
function areTrafficLights(glyphs: readonly (Glyph | null)[]): boolean {
  const states = new Set(glyphs.map((glyph) => (glyph?.kind === 'colour' ? glyph.state : null)));
  return states.size === 2 && states.has('todo') && states.has('done');
}

/** The sign of an item; behind a box, so that one which is added does not hide it. */
function signOf(text: string): Glyph | null {
  const own = text.slice(bracketAt(text)?.to ?? 0).trimStart();
  return glyphAt(own) ?? glyphBehind(own);
}

function isBox(text: string): boolean {
  const lead = text.replace(/^(?:[-*+]\s*)?[*_]{0,3}/u, '');
  return squareAt(lead) !== null || inputAt(lead) !== null;
}
