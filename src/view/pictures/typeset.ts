import type { SeenNames } from '../../store/members/memberships.ts';
import type { Colour, Font } from './look.ts';
import { type Coverage, drawable, graphemesOf } from './letters.ts';
import type { Text } from './scene.ts';

/** What layouts need to know about fonts: the width of a text (in units), and the available letters. */
export interface Typesetter extends Coverage {
  readonly measure: (text: string, font: Font) => number;
}

export type Align = 'left' | 'right' | 'centre';

export interface TextStyle {
  readonly font: Font;
  readonly colour: Colour;
  readonly align?: Align;
  /** The greatest width. A longer text ends in "…". */
  readonly max?: number;
}

/** A line of text. `x` is its left edge, right edge or middle, and `y` is its baseline. */
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

/** The text, or as much of it as fits with "…". It is cut between letters. */
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

/** How a text is broken into lines. */
export interface Paragraph {
  readonly font: Font;
  /** The greatest width of a line. */
  readonly max: number;
  /** The greatest number of lines. */
  readonly lines: number;
  /** The width of the first line, if something stands beside it. */
  readonly first?: number;
}

/** The text in lines. It breaks between words if it can, and the last line may end in "…". */
export function wrap(
  type: Typesetter,
  text: string,
  { font, max, lines, first = max }: Paragraph,
): readonly string[] {
  const words = text.split(' ');
  const space = type.measure(' ', font);
  const wrapped: string[] = [];
  let [from, width] = [0, -space];
  for (const [index, word] of words.entries()) {
    // Single words are measured, because the same words come again in other titles, and their widths are then known.
    const wider = width + space + type.measure(word, font);
    const room = wrapped.length === 0 ? first : max;
    if (wider <= room || index === from) {
      width = wider;
      continue;
    }
    if (wrapped.length === lines - 1) break;
    wrapped.push(fit(type, words.slice(from, index).join(' '), font, room));
    [from, width] = [index, type.measure(word, font)];
  }
  return [...wrapped, fit(type, words.slice(from).join(' '), font, wrapped.length === 0 ? first : max)];
}

/** A title as it can be drawn, or else a text that can always be drawn: "Topic 12". */
export function titled(type: Typesetter, title: string, spare: string): string {
  return drawable(title, type) ?? spare;
}

/** A person's names in a group. User names have only plain letters, so they can always be drawn. */
export type Person = SeenNames;

/** The name to draw, and its initial. */
export function named(
  type: Typesetter,
  { name, username }: Person,
  locale: string,
): { readonly name: string; readonly initial: string } {
  const shown = drawable(name, type) ?? drawable(username, type) ?? '?';
  const letters = graphemesOf(shown);
  const first = letters.find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? letters[0] ?? '?';
  // A German ß would become two letters.
  const [initial = first] = graphemesOf(first.toLocaleUpperCase(locale));
  return { name: shown, initial };
}
