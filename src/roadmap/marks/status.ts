import { fold } from '../../text/fold.ts';
import type { MarkState } from '../roadmap.ts';
import type { FoundMark } from './mark.ts';

/** Words that a column of states is filled with: done, in progress and to do, as they go together. */
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
 * Reads a cell of a column that says how far one is, where it says it in words.
 * @param column all that is written in the column, so that a tick is written as others are there
 */
export function statusAt(text: string, column: readonly string[]): FoundMark | null {
  const own = text.trim();
  const set = setOf(own) ?? percent(own);
  if (!set) return null;
  const { state, words } = set;
  const written = (wanted: MarkState): string | undefined =>
    column.find((other) => setOf(other)?.state === wanted);
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

function setOf(text: string): Set | null {
  const own = folded(text);
  for (const words of SETS) {
    const at = words.findIndex((word) => folded(word) === own);
    if (at !== -1) return { state: at === 0 ? 'done' : at === 1 ? 'doing' : 'todo', words };
  }
  return null;
}

function percent(text: string): Set | null {
  const value = /^%?\s?(\d{1,3})\s?%?$/u.exec(text)?.[1];
  if (value === undefined || !text.includes('%')) return null;
  const state = Number(value) >= 100 ? 'done' : Number(value) > 0 ? 'doing' : 'todo';
  return { state, words: ['100%', '50%', '0%'] };
}

/** Without case and the letters' marks; a lone sign stays as it is. */
function folded(text: string): string {
  return text.length === 1 ? text.toLowerCase() : fold(text).replace(/[\s_-]+/gu, ' ');
}
