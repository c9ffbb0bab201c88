import type { MarkState } from '../../roadmap.ts';
import type { Raw } from '../raw.ts';
import { bracketAt, bracketBehind } from './brackets.ts';
import { type Glyph, glyphAt, glyphBehind } from './glyphs.ts';
import { inputAt } from './inputs.ts';
import type { FoundMark, Mark } from './mark.ts';
import type { Style } from './style.ts';

/** Emphasis and tags that people put around a box. */
const AROUND = /^(?:\s|[*_]{1,3}(?=\S)|<(?:b|strong|i|em|u|label|span|p|small)\b[^<>]*>)*/iu;

/** The words with which Logseq and Roam mark a block. */
const WORDS: Readonly<Record<string, MarkState>> = {
  TODO: 'todo',
  DOING: 'doing',
  NOW: 'doing',
  'IN-PROGRESS': 'doing',
  LATER: 'put-off',
  WAITING: 'put-off',
  DONE: 'done',
  CANCELED: 'skipped',
  CANCELLED: 'skipped',
};

/**
 * Finds the mark that opens a text.
 * @param style the signs that are marks in this list
 */
export function leadingMark(text: string, style: Style): FoundMark | null {
  const around = AROUND.exec(text)?.[0] ?? '';
  const inner = text.slice(around.length);
  const found =
    bracketAt(inner) ??
    inputAt(inner) ??
    roamAt(inner) ??
    signAt(inner, style) ??
    (style.words ? wordAt(inner) : null);
  if (!found) return null;
  const wrap = around.trim();
  const closes = wrap !== '' && found.rest.startsWith(wrap);
  const rest = closes ? found.rest.slice(wrap.length) : wrap + found.rest.trimStart();
  return { ...found, from: found.from + around.length, to: found.to + around.length, rest: rest.trimStart() };
}

/** Finds the mark at the end of the first line of a text: `Git ✅`. */
export function closingMark(text: string, style: Style): FoundMark | null {
  const [first = ''] = text.split('\n', 1);
  const line = first.trimEnd();
  // Every mark ends in a character outside ASCII, or in one of these three.
  if (!/[^\p{ASCII}]$|[\]:;]$/u.test(line)) return null;
  const glyph = glyphBehind(line);
  const found = glyph && style.takes(glyph) ? signBehind(line, glyph, style) : bracketBehind(line);
  return found && { ...found, rest: found.rest + text.slice(first.length) };
}

function signBehind(line: string, glyph: Glyph, style: Style): FoundMark | null {
  const { state, raw } = glyph;
  const from = line.length - raw.length;
  if (line.slice(0, from).trim() === '') return null;
  return { state, from, to: line.length, rest: line.slice(0, from), ...written(glyph, style) };
}

/** Gives a mark that was found its place in the file. */
export function placed(found: FoundMark, raw: Raw): Mark {
  const { line, column } = raw.spot(found.from);
  const { state, done, open } = found;
  return { state, line, from: column, to: column + found.to - found.from, done, open };
}

function signAt(text: string, style: Style): FoundMark | null {
  const glyph = glyphAt(text);
  if (!glyph || !style.takes(glyph)) return null;
  const rest = text.slice(glyph.raw.length);
  return {
    state: glyph.state,
    from: 0,
    to: glyph.raw.length,
    rest,
    ...written(glyph, style),
  };
}

/** A box is ticked as a box. Another sign is ticked as its list does it. */
function written({ kind, raw, state }: Glyph, style: Style): { done: string; open: string } {
  const done = kind === 'box' ? '☑' : style.done;
  const open = kind === 'box' ? '☐' : style.open;
  return { done: state === 'done' ? raw : done, open: state === 'done' ? open : raw };
}

function wordAt(text: string): FoundMark | null {
  const word = /^[A-Z-]+(?=\s)/u.exec(text)?.[0] ?? '';
  const state = WORDS[word];
  if (state === undefined) return null;
  const [done, open] = state === 'done' ? [word, 'TODO'] : ['DONE', word];
  return { state, from: 0, to: word.length, rest: text.slice(word.length), done, open };
}

function roamAt(text: string): FoundMark | null {
  const [raw, word] = /^\{\{(?:\[\[)?(TODO|DONE)(?:\]\])?\}\}/u.exec(text) ?? [];
  if (raw === undefined || word === undefined) return null;
  return {
    state: word === 'DONE' ? 'done' : 'todo',
    from: 0,
    to: raw.length,
    rest: text.slice(raw.length),
    done: raw.replace(word, 'DONE'),
    open: raw.replace(word, 'TODO'),
  };
}
