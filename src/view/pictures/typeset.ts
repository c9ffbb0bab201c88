import type { SeenNames } from '../../store/members/memberships.ts';
import type { Colour, Font } from './look.ts';
import { type Coverage, drawable, graphemesOf } from './letters.ts';
import type { Text } from './scene.ts';

/** What layouts ask of the fonts: how wide a text is (units), and which letters there are. */
export interface Typesetter extends Coverage {
  readonly measure: (text: string, font: Font) => number;
}

export type Align = 'left' | 'right' | 'centre';

export interface TextStyle {
  readonly font: Font;
  readonly colour: Colour;
  readonly align?: Align;
  /** The room for it; what is longer ends in "…". */
  readonly max?: number;
}

/** One line of text at a place: `x` is its left edge, its right one or its middle, `y` its baseline. */
export function line(
  type: Typesetter,
  text: string,
  x: number,
  y: number,
  { font, colour, align = 'left', max }: TextStyle,
): Text {
  const shown = max === undefined ? text : fit(type, text, font, max);
  const width = type.measure(shown, font);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { kind: 'text', text: shown, font, colour, x: left, y, width };
}

/** The text, or as much of it as fits together with "…": cut between letters, never within one. */
export function fit(type: Typesetter, text: string, font: Font, max: number): string {
  if (type.measure(text, font) <= max) return text;
  const letters = graphemesOf(text);
  const cut = (count: number): string => `${letters.slice(0, count).join('').trimEnd()}…`;
  let [kept, tooMany] = [0, letters.length];
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    if (type.measure(cut(middle), font) <= max) kept = middle;
    else tooMany = middle;
  }
  return cut(kept);
}

/** The text in at most so many lines, broken between words where that is possible; the last one may end in "…". */
export function wrap(
  type: Typesetter,
  text: string,
  font: Font,
  max: number,
  lines: number,
): readonly string[] {
  const words = text.split(' ');
  const space = type.measure(' ', font);
  const wrapped: string[] = [];
  let [from, width] = [0, -space];
  for (const [index, word] of words.entries()) {
    // Word by word: the same ones come again in other titles, and their widths are known then.
    const wider = width + space + type.measure(word, font);
    if (wider <= max || index === from) {
      width = wider;
      continue;
    }
    if (wrapped.length === lines - 1) break;
    wrapped.push(fit(type, words.slice(from, index).join(' '), font, max));
    [from, width] = [index, type.measure(word, font)];
  }
  return [...wrapped, fit(type, words.slice(from).join(' '), font, max)];
}

/** A title as it can be drawn, or else a text that always can: "Topic 12". */
export function titled(type: Typesetter, title: string, spare: string): string {
  return drawable(title, type) ?? spare;
}

/** Somebody by the name that a group knows; user names are always of plain letters. */
export type Person = SeenNames;

/** The name that is drawn, and its initial. */
export function named(
  type: Typesetter,
  { name, username }: Person,
  locale: string,
): { readonly name: string; readonly initial: string } {
  const shown = drawable(name, type) ?? drawable(username, type) ?? '?';
  const letters = graphemesOf(shown);
  const first = letters.find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? letters[0] ?? '?';
  // German ß would become two letters.
  const [initial = first] = graphemesOf(first.toLocaleUpperCase(locale));
  return { name: shown, initial };
}
