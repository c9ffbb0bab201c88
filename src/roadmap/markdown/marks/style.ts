import { bracketAt, squareAt } from './brackets.ts';
import { type Glyph, glyphAt, glyphBehind } from './glyphs.ts';
import { inputAt } from './inputs.ts';

/** How the items of a list, or the cells of a column, are marked. */
export interface Style {
  /** Whether a sign is a mark here, and not an ornament. */
  readonly takes: (glyph: Glyph) => boolean;
  /** Whether the words of note programs are marks here: `TODO Git`. */
  readonly words: boolean;
  /** The signs for a tick and for an open box. */
  readonly done: string;
  readonly open: string;
  /** The text that is put before an item without a mark to tick it. */
  readonly added: string;
}

/** The style in which only boxes are marks; they are so everywhere. */
export const BOXES: Style = {
  takes: ({ kind }) => kind === 'box',
  words: false,
  done: '☑',
  open: '☐',
  added: '[x] ',
};

/** The kinds of marks that a file has. They decide whether a sign that may be an ornament is a mark. */
export interface Usage {
  /** Boxes in square brackets, and HTML checkboxes. */
  readonly boxes: boolean;
  /** Signs that may be marks. */
  readonly signs: boolean;
}

/** @returns the kinds of marks that open or close these texts; each line of a text counts */
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
 * Decides which signs are marks in a list. A sign that may be an ornament is a mark if the file has no boxes, or if the
 * list also has its open form. Crosses and colours are marks beside other marks. Red and green are also marks if every
 * item has one of them.
 * Writing a tick must not change this decision. A file with boxes gets ☑️, which is a mark everywhere, because a list
 * of only ✅ would be taken for a list of features there. A mark that is added to an item must not turn ornaments in its
 * list into marks, and must not add the first box to a file of signs.
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

/** Whether every item has red or green, and both occur. Three colours often mean easy, middling and hard. */
function areTrafficLights(glyphs: readonly (Glyph | null)[]): boolean {
  const states = new Set(glyphs.map((glyph) => (glyph?.kind === 'colour' ? glyph.state : null)));
  return states.size === 2 && states.has('todo') && states.has('done');
}

/** The sign of an item. It may stand behind a box, so that adding a box does not hide it. */
function signOf(text: string): Glyph | null {
  const own = text.slice(bracketAt(text)?.to ?? 0).trimStart();
  return glyphAt(own) ?? glyphBehind(own);
}

function isBox(text: string): boolean {
  const lead = text.replace(/^(?:[-*+]\s*)?[*_]{0,3}/u, '');
  return squareAt(lead) !== null || inputAt(lead) !== null;
}
