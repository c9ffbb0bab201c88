import type { MarkState } from '../../roadmap.ts';

/**
 * How surely a sign is a mark. A `box` always is. A `check` may be an ornament in a list of features. A `cross` also
 * stands in lists of things not to do. A `colour` may show progress, but also how hard something is.
 */
export type GlyphKind = 'box' | 'check' | 'cross' | 'colour';

export interface Glyph {
  readonly kind: GlyphKind;
  readonly state: MarkState;
  /** The sign as the file has it: itself, its name between colons, or its number as an entity. */
  readonly raw: string;
}

const SIGNS: readonly (readonly [kind: GlyphKind, state: MarkState, signs: string])[] = [
  ['box', 'todo', '☐'],
  ['box', 'done', '☑ ☒ 🗹'],
  ['check', 'todo', '⬜ 🔲 🔳 □ ▢ ◻ ❏ ❑'],
  ['check', 'done', '✅ ✔ ✓'],
  ['cross', 'todo', '❌ ❎ ✖ ✗ ✘ ⭕'],
  ['cross', 'doing', '🚧 ⏳ ⌛ 🔄'],
  ['colour', 'todo', '🔴 🟥 ⚪ ⚫'],
  ['colour', 'doing', '🟡 🟠 🔵 🟨 🟧 🟦'],
  ['colour', 'done', '🟢 🟩 ■ ⬛'],
];

/** The names of signs that GitHub and chat programs write between colons. */
const NAMES: Readonly<Record<string, string>> = {
  ballot_box_with_check: '☑',
  white_large_square: '⬜',
  black_square_button: '🔲',
  white_square_button: '🔳',
  white_check_mark: '✅',
  heavy_check_mark: '✔',
  x: '❌',
  negative_squared_cross_mark: '❎',
  heavy_multiplication_x: '✖',
  o: '⭕',
  construction: '🚧',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  arrows_counterclockwise: '🔄',
  red_circle: '🔴',
  red_square: '🟥',
  white_circle: '⚪',
  black_circle: '⚫',
  yellow_circle: '🟡',
  orange_circle: '🟠',
  blue_circle: '🔵',
  large_blue_circle: '🔵',
  green_circle: '🟢',
  green_square: '🟩',
  black_large_square: '⬛',
};

const BY_SIGN: ReadonlyMap<string, { kind: GlyphKind; state: MarkState }> = new Map(
  SIGNS.flatMap(([kind, state, signs]) => signs.split(' ').map((sign) => [sign, { kind, state }] as const)),
);

const ONE = String.raw`(?:${[...BY_SIGN.keys()].join('|')}|:(?:${Object.keys(NAMES).join('|')}):|&#\d{4,6};|&#[xX][0-9a-fA-F]{4,5};)(?:\uFE0F|&#65039;|&#[xX][fF][eE]0[fF];)?`;
const AT = new RegExp(`^${ONE}`, 'u');
const BEHIND = new RegExp(String.raw`${ONE}\s*$`, 'u');

/** @returns the sign that a text begins with, or null */
export function glyphAt(text: string): Glyph | null {
  return read(AT.exec(text)?.[0]);
}

/** @returns the sign that a text ends with, spaces aside, or null */
export function glyphBehind(text: string): Glyph | null {
  // No sign takes more than 40 letters. The limit keeps the regular expression fast, because it tries at each place.
  return read(BEHIND.exec(text.trimEnd().slice(-40))?.[0]);
}

function read(raw: string | undefined): Glyph | null {
  const found = raw === undefined ? undefined : BY_SIGN.get(signOf(raw));
  return raw === undefined || found === undefined ? null : { ...found, raw: raw.trimEnd() };
}

function signOf(raw: string): string {
  const name = NAMES[/^:(\w+):/u.exec(raw)?.[1] ?? ''];
  if (name !== undefined) return name;
  const [, hex, decimal] = /^&#(?:[xX]([0-9a-fA-F]+)|(\d+));/u.exec(raw) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return raw.trimEnd().replace(/(?:\uFE0F|&#.*)$/u, '');
}
