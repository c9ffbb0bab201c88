import type { MarkState } from '../../roadmap.ts';
import type { FoundMark } from './mark.ts';

/** The signs that may stand in brackets: GitHub's two, other people's ticks, and the states of note programs. */
const INSIDE: Readonly<Record<string, MarkState>> = {
  '': 'todo',
  x: 'done',
  X: 'done',
  // The Cyrillic letter that looks the same.
  х: 'done',
  Х: 'done',
  v: 'done',
  V: 'done',
  '✓': 'done',
  '✔': 'done',
  '√': 'done',
  '☑': 'done',
  '✅': 'done',
  '✗': 'todo',
  '✘': 'todo',
  '❌': 'todo',
  '/': 'doing',
  '~': 'doing',
  '.': 'doing',
  o: 'doing',
  O: 'doing',
  '-': 'skipped',
  '>': 'put-off',
  '<': 'put-off',
  '!': 'todo',
  '?': 'todo',
  '*': 'todo',
};

const SPACE = String.raw`[ \t\u00A0\u3000]{0,3}`;
const SQUARE = new RegExp(String.raw`^\\?\[(${SPACE})([^\s\\[\]]?\uFE0F?)(${SPACE})\\?\](?![(\[:])`, 'u');
const WIDE = new RegExp(String.raw`^[［【](${SPACE})([xX✓✔√]?)(${SPACE})[］】]`, 'u');
const ROUND = /^\(( ?)([xX✓✔√]?)( ?)\)(?=\s|$)/u;
/** Signs that are a tick even if text follows without a space. In `[v]ersion` the `v` is none of them. */
const CLEAR = /^[xX✓✔√☑✅]?\uFE0F?$/u;

/**
 * Finds a box at the beginning of a text, in brackets of any kind: `[ ]`, `[x]`, `[]`, `[ x ]`, `[✓]`, `[/]`,
 * `\\[ \\]`, `【 】`, `( )`.
 */
export function bracketAt(text: string): FoundMark | null {
  return squareAt(text) ?? read(text, ROUND.exec(text));
}

/** As `bracketAt`, without round brackets. */
export function squareAt(text: string): FoundMark | null {
  return read(text, SQUARE.exec(text) ?? WIDE.exec(text));
}

function read(text: string, match: RegExpExecArray | null): FoundMark | null {
  if (!match) return null;
  const [raw, before = '', inside = '', after = ''] = match;
  if (raw === '()') return null;
  const state = INSIDE[inside.replace('\uFE0F', '')];
  const rest = text.slice(raw.length);
  if (state === undefined || (!CLEAR.test(inside) && /^\S/u.test(rest))) return null;
  const start = raw.indexOf(before + inside + after, raw.startsWith('\\') ? 2 : 1);
  const put = (sign: string): string =>
    raw.slice(0, start) + sign + raw.slice(start + before.length + inside.length + after.length);
  return {
    state,
    from: 0,
    to: raw.length,
    rest,
    done: put(tick(before, inside, after)),
    open: put(untick(before, inside, after)),
  };
}

/**
 * Finds a box at the end of a text, after a space: `Git [x]`. Only a blank or a cross counts there, because other signs
 * are words.
 */
export function bracketBehind(text: string): FoundMark | null {
  const match = /\s\[([ xX])\]\s*$/u.exec(text);
  if (!match) return null;
  const from = match.index + 1;
  const isDone = match[1] !== ' ';
  const done = isDone ? `[${match[1]}]` : '[x]';
  return {
    state: isDone ? 'done' : 'todo',
    from,
    to: from + 3,
    rest: text.slice(0, match.index),
    done,
    open: '[ ]',
  };
}

/** Puts a cross in the place of the sign, or of a blank in the middle, so that nothing else moves. */
function tick(before: string, inside: string, after: string): string {
  if (inside !== '') return `${before}x${after}`;
  const blanks = before + after;
  const middle = Math.floor((blanks.length - 1) / 2);
  return blanks === '' ? 'x' : `${blanks.slice(0, middle)}x${blanks.slice(middle + 1)}`;
}

function untick(before: string, inside: string, after: string): string {
  return inside === '' ? before + after : `${before} ${after}`;
}
