import { typos } from '../../text/fold.ts';
import type { Report } from '../remark.ts';
import {
  METHODS,
  type Method,
  type SectionKind,
  type Stage,
  TITLE_LANGUAGES,
  type Titles,
} from '../roadmap.ts';

/*
 * What Markdown cannot say stands in HTML comments behind a title, where a rendered file does not show it:
 *
 *   - [ ] ACID <!-- id: acid needs: transactions minutes: 90 aliases: atomicity, durability -->
 *   ## Theory <!-- methods: cheatcode feynman tez track-methods: tez --> <!-- tr: Kuram -->
 *
 *   behind a topic:    id, needs (keys of topics), minutes, aliases, same (a topic of another roadmap); in the career
 *                      direction also stage: track KEY | tez KEY | free
 *   behind a section:  id, kind (track, career, toolset, showcase), methods, track-methods
 *   behind the title:  methods and track-methods of the sections that do not say their own
 *   behind any title:  en, tr (the title in that language; it goes on to the end of its comment)
 *   behind the title or a section: topics: bullets | boxes
 *
 * Values are parted by spaces or commas. All other comments are left alone.
 */
const DIRECTIVES = [
  'id',
  'needs',
  'minutes',
  'aliases',
  'same',
  'stage',
  'kind',
  'methods',
  'track-methods',
  'topics',
  ...TITLE_LANGUAGES,
] as const;
export type Directive = (typeof DIRECTIVES)[number];

const KINDS: readonly SectionKind[] = ['track', 'career', 'toolset', 'showcase'];
const MOST_MINUTES = 100_000;

/** The directives of a title. Each is checked when it is read. */
export interface Directives {
  readonly id: string | null;
  readonly needs: readonly string[];
  readonly minutes: number | null;
  readonly aliases: readonly string[];
  /** The same skill in other roadmaps: `roadmap/key`. */
  readonly same: readonly string[];
  readonly stage: Stage | null;
  readonly kind: SectionKind | null;
  readonly methods: readonly Method[] | null;
  readonly trackMethods: readonly Method[] | null;
  readonly titles: Titles;
}

/**
 * Reads the directives in the comments of a title. A directive that is unknown, repeated, misplaced or has a wrong
 * value is reported and left out.
 * @param allowed the directives that this title may have
 */
export function readDirectives(
  comments: readonly string[],
  line: number,
  allowed: readonly Directive[],
  report: Report,
): Directives {
  const given = new Map<Directive, readonly string[]>();
  const titles: { -readonly [Language in keyof Titles]: Titles[Language] } = {};
  for (const { directive, words, text } of comments.flatMap(parse)) {
    const known = DIRECTIVES.find((one) => one === directive);
    const language = TITLE_LANGUAGES.find((one) => one === directive);
    if (known === undefined)
      report(line, { code: 'unknown-directive', directive, meant: meantBy(directive) });
    else if (!allowed.includes(known)) report(line, { code: 'misplaced-directive', directive });
    else if (given.has(known)) report(line, { code: 'repeated-directive', directive });
    else {
      given.set(known, words);
      if (language && text !== '') titles[language] = text;
      else if (language) report(line, { code: 'bad-value', directive, value: '' });
    }
  }

  const read = <T>(directive: Directive, toValue: (words: readonly string[]) => T | null): T | null => {
    const words = given.get(directive);
    if (!words) return null;
    const value = words.length > 0 ? toValue(words) : null;
    if (value === null) report(line, { code: 'bad-value', directive, value: words.join(' ') });
    return value;
  };
  // The tree uses this directive. Only its value is checked here.
  read('topics', toReading);
  return {
    id: read('id', ([id = '', ...more]) => (more.length === 0 && isKey(id) ? id : null)),
    needs: read('needs', (keys) => keys) ?? [],
    minutes: read('minutes', toMinutes),
    aliases: read('aliases', (words) => words) ?? [],
    same: read('same', toSame) ?? [],
    stage: read('stage', toStage),
    kind: read('kind', ([kind = '', ...more]) =>
      more.length === 0 ? (KINDS.find((one) => one === kind) ?? null) : null,
    ),
    methods: read('methods', toMethods),
    trackMethods: read('track-methods', toMethods),
    titles,
  };
}

/** How comments want the bullets below them to be read; null if they do not say. */
export function topicsIn(comments: readonly string[]): 'bullets' | 'boxes' | null {
  const given = comments.flatMap(parse).find(({ directive }) => directive === 'topics');
  return given ? toReading(given.words) : null;
}

/**
 * The first directive in a comment of ours, or null if none is spelled right. Only a right one is reported as
 * misplaced.
 */
export function directiveIn(comment: string): string | null {
  const [first] = parse(comment);
  return first !== undefined && DIRECTIVES.some((one) => one === first.directive) ? first.directive : null;
}

interface Given {
  readonly directive: string;
  readonly words: readonly string[];
  /** Everything up to the end of the comment, as the file has it. */
  readonly text: string;
}

/**
 * Reads a comment. It is ours if it begins with a word and a colon, and if one of its words is a directive or nearly
 * so. `TODO:` and addresses are not.
 */
function parse(comment: string): readonly Given[] {
  const names = [...comment.matchAll(/(?:^|[\s,])([\p{L}-]+):/gu)];
  const [first] = names;
  if (!first || comment.slice(0, first.index).trim() !== '') return [];
  const isOurs =
    names.some(([, name = '']) => DIRECTIVES.some((one) => one === name)) || meantBy(first[1] ?? '') !== null;
  if (!isOurs || /^(?:TODO|FIXME|NOTE|XXX)$/u.test(first[1] ?? '')) return [];

  const given: Given[] = [];
  for (const [at, { index, 0: whole, 1: directive = '' }] of names.entries()) {
    const text = comment
      .slice(index + whole.length)
      .replace(/\s+/gu, ' ')
      .trim();
    const value = comment.slice(index + whole.length, names[at + 1]?.index);
    given.push({ directive, words: value.split(/[\s,]+/u).filter((word) => word !== ''), text });
    // A title may contain colons, so it takes the rest of the comment.
    if (TITLE_LANGUAGES.some((one) => one === directive)) break;
  }
  return given;
}

/** The directive that a misspelt name meant: the case differs, or a letter or two after the first. */
function meantBy(name: string): Directive | null {
  const lower = name.toLowerCase();
  const exact = DIRECTIVES.find((one) => one === lower);
  if (exact !== undefined) return exact;
  if (/^ident(?:ifier)?$/u.test(lower)) return 'id';
  return (
    DIRECTIVES.find(
      (one) => one.length > 3 && one[0] === lower[0] && typos(lower, one).whole <= (one.length > 4 ? 2 : 1),
    ) ?? null
  );
}

function toReading([word, ...more]: readonly string[]): 'bullets' | 'boxes' | null {
  return more.length === 0 && (word === 'bullets' || word === 'boxes') ? word : null;
}

function toMinutes([word = '', ...more]: readonly string[]): number | null {
  const minutes = Number(word);
  const isWhole = more.length === 0 && /^\d+$/u.test(word);
  return isWhole && minutes > 0 && minutes <= MOST_MINUTES ? minutes : null;
}

function toStage([kind, track, ...more]: readonly string[]): Stage | null {
  if (more.length > 0) return null;
  if (kind === 'free') return track === undefined ? { kind } : null;
  return (kind === 'track' || kind === 'tez') && track !== undefined ? { kind, track } : null;
}

function toMethods(words: readonly string[]): readonly Method[] | null {
  const methods = words.flatMap((word) => METHODS.find((method) => method === word) ?? []);
  return methods.length === words.length && new Set(methods).size === words.length ? methods : null;
}

function toSame(words: readonly string[]): readonly string[] | null {
  return words.every((word) => /^[^/]+\/[^/]/u.test(word)) ? words : null;
}

/** Whether an id has only lower-case letters, digits and hyphens, with `/` between the steps of a path. */
function isKey(id: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{N}]+(?:[-/][\p{Ll}\p{Lo}\p{N}]+)*$/u.test(id);
}
