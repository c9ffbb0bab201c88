import { fold } from '../../text/fold.ts';
import type { Lexicon, Sense } from './lexicon.ts';

/** A word with its meaning, or something in figures. */
export type Token =
  | Sense
  | { readonly is: 'digits'; readonly value: number; readonly length: number; readonly ordinal: boolean }
  /** `18:30`. `length`: how many figures its hour has. */
  | { readonly is: 'clock'; readonly hour: number; readonly minute: number; readonly length: number }
  /** `3/12`, or `18.30`, which may be a date or a time. */
  | {
      readonly is: 'pair';
      readonly a: number;
      readonly b: number;
      readonly dotted: boolean;
      readonly length: number;
    }
  | { readonly is: 'date'; readonly year: number; readonly month: number; readonly day: number }
  /** `3/12/2026` */
  | { readonly is: 'dated-pair'; readonly a: number; readonly b: number; readonly year: number };

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)t?/;
const DATED_PAIR = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const CLOCK = /^(\d{1,2})[:h](\d{2})(?!\d)/;
const PAIR = /^(\d{1,2})([./])(\d{1,2})(?![\d])\.?/;
const DIGITS = /^\d+(?:[.,]\d+)?/;
/** A word, which may have an apostrophe in it: `o'clock`, `aralik'ta`. */
const WORD = /^\p{L}+(?:'\p{L}+)*\.?/u;
const ENDING = /^'?(\p{L}+)/u;
const SEPARATOR = /^[\s.;!?']+/;
const COMMA = /^[,&+]/;
const DASH = /^[-–]/u;
/** A group has at most so many words. */
const LONGEST_GROUP = 4;

/**
 * Reads a text as words with meanings.
 * @returns null if a word is unknown, because nothing is guessed
 */
export function tokensOf(text: string, lexicon: Lexicon): readonly Token[] | null {
  const tokens: Token[] = [];
  let rest = fold(text).replaceAll(/[’‘`´]/g, "'");
  while (rest !== '') {
    const next = tokenAt(rest, lexicon);
    if (next === null) return null;
    tokens.push(...next.tokens);
    rest = rest.slice(next.length);
  }
  return tokens;
}

interface Read {
  readonly tokens: readonly Token[];
  readonly length: number;
}

function tokenAt(rest: string, lexicon: Lexicon): Read | null {
  const gap = SEPARATOR.exec(rest);
  if (gap !== null) return { tokens: [], length: gap[0].length };
  if (COMMA.test(rest)) return { tokens: [{ is: 'and' }], length: 1 };
  if (DASH.test(rest)) return { tokens: [{ is: 'until' }], length: 1 };
  return numberAt(rest, lexicon) ?? wordAt(rest, lexicon);
}

function numberAt(rest: string, lexicon: Lexicon): Read | null {
  const iso = ISO.exec(rest);
  if (iso !== null) {
    const [all, year, month, day] = iso;
    return read(all, rest, lexicon, {
      is: 'date',
      year: Number(year),
      month: Number(month),
      day: Number(day),
    });
  }
  const dated = DATED_PAIR.exec(rest);
  if (dated !== null) {
    const [all, a, , b, year = ''] = dated;
    const century = year.length === 2 ? 2000 : 0;
    return read(all, rest, lexicon, {
      is: 'dated-pair',
      a: Number(a),
      b: Number(b),
      year: century + Number(year),
    });
  }
  const clock = CLOCK.exec(rest);
  if (clock !== null) {
    const [all, hour = '', minute] = clock;
    return read(all, rest, lexicon, {
      is: 'clock',
      hour: Number(hour),
      minute: Number(minute),
      length: hour.length,
    });
  }
  const pair = PAIR.exec(rest);
  if (pair !== null) {
    const [all, a = '', sign, b = ''] = pair;
    // `1.5 hours`: a time has two figures after its dot, and a date with one figure has a second dot or a slash.
    if (sign === '/' || b.length === 2 || all.endsWith('.')) {
      return read(all, rest, lexicon, {
        is: 'pair',
        a: Number(a),
        b: Number(b),
        dotted: sign === '.',
        length: a.length,
      });
    }
  }
  const digits = DIGITS.exec(rest)?.[0];
  if (digits === undefined) return null;
  const ending = ENDING.exec(rest.slice(digits.length));
  const ordinal = ending !== null && lexicon.ordinals.includes(ending[1] ?? '');
  return read(digits, rest, lexicon, {
    is: 'digits',
    value: Number(digits.replace(',', '.')),
    length: digits.length,
    ordinal,
  });
}

/** A token in figures, with the ending that it may have: `5'te`. */
function read(written: string, rest: string, lexicon: Lexicon, token: Token): Read {
  const ending = ENDING.exec(rest.slice(written.length));
  const isEnding = ending !== null && [...lexicon.ordinals, ...lexicon.endings].includes(ending[1] ?? '');
  // `10am` and `2h` are a number and a word.
  const isWord = ending !== null && Object.hasOwn(lexicon.senses, ending[1] ?? '');
  return { tokens: [token], length: written.length + (isEnding && !isWord ? ending[0].length : 0) };
}

function wordAt(rest: string, { senses, endings }: Lexicon): Read | null {
  const words: { readonly end: number; readonly group: string }[] = [];
  let end = 0;
  let group = '';
  while (words.length < LONGEST_GROUP) {
    const gap = words.length === 0 ? '' : (/^[ -]+/.exec(rest.slice(end))?.[0] ?? null);
    const word = gap === null ? null : WORD.exec(rest.slice(end + gap.length));
    if (gap === null || word === null) break;
    end += gap.length + word[0].length;
    group = `${group} ${word[0].replace(/\.$/, '')}`.trim();
    words.push({ end, group });
  }
  for (const { end: length, group: said } of words.toReversed()) {
    const sense = sensesOf(said, senses, endings);
    if (sense !== null) return { tokens: sense, length };
  }
  return null;
}

function sensesOf(
  said: string,
  senses: Lexicon['senses'],
  endings: Lexicon['endings'],
): readonly Sense[] | null {
  const known = (word: string): readonly Sense[] | null =>
    Object.hasOwn(senses, word) ? (senses[word] ?? null) : null;
  const exact = known(said) ?? known(said.replaceAll("'", ''));
  if (exact !== null) return exact;
  for (const ending of endings) {
    if (!said.endsWith(ending)) continue;
    const found = known(said.slice(0, -ending.length).replace(/'$/, ''));
    if (found !== null) return found;
  }
  return null;
}
