import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { coverageOf } from './font-coverage.ts';
import { graphemesOf, isEmoji } from './letters.ts';
import type { Font } from './look.ts';
import type { Typesetter } from './typeset.ts';

/**
 * Inter has a file for each script and weight. Each script is registered under a name of its own, because a name stands
 * for one file of each weight. Letters are looked for in this order.
 */
const SCRIPTS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;
const WEIGHTS = [400, 600, 800] as const;
const LETTERS = SCRIPTS.map((script) => `"Roadmate ${script}"`).join(', ');
const EMOJI = 'Roadmate emoji';
const EMOJI_FILE = '@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff';

/**
 * Measuring a text takes a hundred times as long as looking its width up, and layouts ask for the same widths again and
 * again.
 */
const WIDTHS_KEPT = 20_000;

const files = createRequire(import.meta.url);

/**
 * Loads the fonts, and measures and paints with them. The machine's own fonts must never be used, so callers only pass
 * text that these fonts can draw. The emoji font is large and slow to load, so it waits until it is needed.
 * @throws Error if a font is missing
 */
export function loadFonts(context: SKRSContext2D): Typesetter & { readonly paint: typeof paintText } {
  for (const script of SCRIPTS) {
    for (const weight of WEIGHTS) register(interFile(script, weight), `Roadmate ${script}`);
  }
  const letters = SCRIPTS.map((script) => coverageOf(readFileSync(files.resolve(interFile(script, 400)))));
  let emoji: ReturnType<typeof coverageOf> | null = null;
  const widths = new Map<string, number>();
  const measure = (text: string, font: Font): number => {
    const key = `${font.weight} ${font.size} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    if (widths.size >= WIDTHS_KEPT) widths.clear();
    const parts = runs(text);
    // Without their font emoji would be measured as boxes, which are narrower.
    if (parts.some((run) => run.isEmoji)) emoji ??= loadEmoji();
    const width = parts.reduce((sum, run) => sum + widthOf(context, run, font), 0);
    widths.set(key, width);
    return width;
  };
  return {
    measure,
    letters: (codePoint) => letters.some((ranges) => isWithin(ranges, codePoint)),
    emoji: (codePoint) => isWithin((emoji ??= loadEmoji()), codePoint),
    paint: paintText,
  };
}

function loadEmoji(): ReturnType<typeof coverageOf> {
  register(EMOJI_FILE, EMOJI);
  return coverageOf(readFileSync(files.resolve(EMOJI_FILE)));
}

function interFile(script: string, weight: number): string {
  return `@fontsource/inter/files/inter-${script}-${weight}-normal.woff`;
}

/**
 * Registers a font once. The list of fonts belongs to the process, and a font that is registered twice takes its memory
 * twice.
 */
function register(file: string, name: string): void {
  if (GlobalFonts.registerFromPath(files.resolve(file), name) === null)
    throw new Error(`the font ${file} is damaged`);
}

function isWithin(ranges: ReturnType<typeof coverageOf>, codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, -1];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

interface Run {
  readonly text: string;
  readonly isEmoji: boolean;
}

/**
 * Splits a text into letters and emoji. Emoji are drawn by themselves, because joined emoji fall apart in a list of
 * fonts.
 */
function runs(text: string): readonly Run[] {
  const found: { text: string; isEmoji: boolean }[] = [];
  for (const grapheme of graphemesOf(text)) {
    const emoji = isEmoji(grapheme);
    const last = found.at(-1);
    if (last !== undefined && last.isEmoji === emoji) last.text += grapheme;
    else found.push({ text: grapheme, isEmoji: emoji });
  }
  return found.map((run) => (run.isEmoji ? { ...run, text: joinedEmoji(run.text) } : run));
}

/** Drops the variation selectors inside joined emoji. The font knows the parts without them. */
function joinedEmoji(text: string): string {
  return text.replace(/\uFE0F\u200D/gu, '\u200D').replace(/\u200D(\P{M})\uFE0F/gu, '\u200D$1');
}

function use(context: SKRSContext2D, run: Run, { size, weight }: Font): void {
  const wanted = run.isEmoji ? `400 ${size}px "${EMOJI}"` : `${weight} ${size}px ${LETTERS}`;
  if (context.font !== wanted) context.font = wanted;
}

function widthOf(context: SKRSContext2D, run: Run, font: Font): number {
  use(context, run, font);
  return context.measureText(run.text).width;
}

function paintText(context: SKRSContext2D, text: string, font: Font, x: number, y: number): void {
  let from = x;
  for (const run of runs(text)) {
    use(context, run, font);
    context.fillText(run.text, from, y);
    from += context.measureText(run.text).width;
  }
}
