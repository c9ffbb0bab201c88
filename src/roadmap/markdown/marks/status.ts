import { fold } from '../../../text/fold.ts';
import type { MarkState } from '../../roadmap.ts';
import { glyphAt } from './glyphs.ts';
import type { FoundMark } from './mark.ts';
import type { Style } from './style.ts';

/** Words that fill a column of states. Each set has a word for done, in progress and to do. */
const SETS: readonly (readonly [done: string, doing: string, todo: string])[] = [
  ['Done', 'In progress', 'Not started'],
  ['Completed', 'Ongoing', 'To do'],
  ['Complete', 'Started', 'Incomplete'],
  ['Finished', 'WIP', 'Todo'],
  ['Yes', 'Partly', 'No'],
  ['x', '/', '-'],
  ['v', '~', '–'],
  ['y', '.', 'n'],
  ['100%', '50%', '0%'],
  ['Bitti', 'Devam ediyor', 'Başlanmadı'],
  ['Tamamlandı', 'Sürüyor', 'Yapılacak'],
  ['Tamam', 'Başlandı', 'Bekliyor'],
  ['Evet', 'Kısmen', 'Hayır'],
];

/**
 * Reads a cell of a column of states in which the state is written in words, with or without a sign before them.
 * @param column all texts of the column, so that a tick is written like its neighbours
 */
export function statusAt(text: string, column: readonly string[], style: Style): FoundMark | null {
  const own = text.trim();
  const set = setOf(own, style);
  if (!set) return null;
  const { state, words } = set;
  const written = (wanted: MarkState): string | undefined =>
    column.find((other) => setOf(other, style)?.state === wanted);
  const from = text.indexOf(own);
  return {
    state,
    from,
    to: from + own.length,
    rest: '',
    done: state === 'done' ? own : (written('done') ?? words[0]),
    open: state === 'done' ? (written('todo') ?? words[2]) : own,
  };
}

type Set = { state: MarkState; words: readonly [string, string, string] };

function setOf(text: string, style: Style): Set | null {
  const sign = glyphAt(text);
  const own = folded(sign && style.takes(sign) ? text.slice(sign.raw.length).trim() : text);
  if (sign && own.length < 2) return null;
  for (const words of SETS) {
    const at = words.findIndex((word) => folded(word) === own);
    if (at !== -1) return { state: at === 0 ? 'done' : at === 1 ? 'doing' : 'todo', words };
  }
  return percent(text);
}

function percent(text: string): Set | null {
  const value = /^%?\s?(\d{1,3})\s?%?$/u.exec(text)?.[1];
  if (value === undefined || !text.includes('%')) return null;
  const state = Number(value) >= 100 ? 'done' : Number(value) > 0 ? 'doing' : 'todo';
  return { state, words: ['100%', '50%', '0%'] };
}

/** Folds case and accents. A text of a single sign only loses its case. */
function folded(text: string): string {
  return text.length === 1 ? text.toLowerCase() : fold(text).replace(/[\s_-]+/gu, ' ');
}
