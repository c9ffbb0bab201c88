import { RoadmapError } from './roadmap-error.ts';
import { METHODS, type Method, type SectionKind, type Stage } from './roadmap.ts';

/*
 * What Markdown cannot say stands in HTML comments behind a title, where a rendered file does not show it:
 *
 *   - [ ] ACID <!-- id: acid needs: transactions minutes: 90 aliases: atomicity, durability -->
 *   ## Theory <!-- methods: cheatcode feynman tez track-methods: tez -->
 *
 *   behind a topic:    id, needs (keys of topics), minutes, aliases; in the career direction also
 *                      stage: track KEY | tez KEY | free
 *   behind a section:  id, kind (track, career, toolset, showcase), methods, track-methods
 *   behind the title:  methods and track-methods of the sections that do not say their own
 *
 * Values are parted by spaces or commas. A comment that does not begin with a word and a colon is a plain comment.
 */
const DIRECTIVES = [
  'id',
  'needs',
  'minutes',
  'aliases',
  'stage',
  'kind',
  'methods',
  'track-methods',
] as const;
export type Directive = (typeof DIRECTIVES)[number];

const KINDS: readonly SectionKind[] = ['track', 'career', 'toolset', 'showcase'];
const MOST_MINUTES = 100_000;

/** The directives behind one title, checked as they are asked for. */
export interface Directives {
  readonly id: string | null;
  readonly needs: readonly string[];
  readonly minutes: number | null;
  readonly aliases: readonly string[];
  readonly stage: Stage | null;
  readonly kind: SectionKind | null;
  readonly methods: readonly Method[] | null;
  readonly trackMethods: readonly Method[] | null;
}

/**
 * Reads the directives in the comments behind a title.
 * @param allowed what may stand there
 * @throws RoadmapError for a directive that is unknown, repeated, misplaced or has a value that it cannot have
 */
export function readDirectives(
  comments: readonly string[],
  line: number,
  allowed: readonly Directive[],
): Directives {
  const given = new Map<string, string[]>();
  for (const comment of comments) collect(comment, line, given);
  for (const directive of given.keys()) {
    if (!isOneOf(DIRECTIVES, directive))
      throw new RoadmapError(line, { code: 'unknown-directive', directive });
    if (!isOneOf(allowed, directive))
      throw new RoadmapError(line, { code: 'misplaced-directive', directive });
  }

  const read = <T>(directive: Directive, parse: (words: readonly string[]) => T | null): T | null => {
    const words = given.get(directive);
    if (!words) return null;
    const value = words.length > 0 ? parse(words) : null;
    if (value !== null) return value;
    throw new RoadmapError(line, { code: 'bad-value', directive, value: words.join(' ') });
  };
  return {
    id: read('id', ([id = '', ...more]) => (more.length === 0 && isKey(id) ? id : null)),
    needs: read('needs', (keys) => keys) ?? [],
    minutes: read('minutes', toMinutes),
    aliases: read('aliases', (words) => words) ?? [],
    stage: read('stage', toStage),
    kind: read('kind', ([kind = '', ...more]) => (more.length === 0 && isOneOf(KINDS, kind) ? kind : null)),
    methods: read('methods', toMethods),
    trackMethods: read('track-methods', toMethods),
  };
}

function collect(comment: string, line: number, given: Map<string, string[]>): void {
  const words = comment.split(/[\s,]+/u).filter((word) => word !== '');
  if (!words[0]?.includes(':')) return;
  let values: string[] = [];
  for (const word of words) {
    const colon = word.indexOf(':');
    if (colon === -1) {
      values.push(word);
      continue;
    }
    const directive = word.slice(0, colon);
    if (given.has(directive)) throw new RoadmapError(line, { code: 'repeated-directive', directive });
    values = colon + 1 < word.length ? [word.slice(colon + 1)] : [];
    given.set(directive, values);
  }
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
  const methods = words.filter((word) => isOneOf(METHODS, word));
  return methods.length === words.length && new Set(methods).size === words.length ? methods : null;
}

/** An id is written in small letters, digits and hyphens, with `/` between the steps of a path. */
function isKey(id: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{N}]+(?:[-/][\p{Ll}\p{Lo}\p{N}]+)*$/u.test(id);
}

function isOneOf<T extends string>(list: readonly T[], word: string): word is T {
  return (list as readonly string[]).includes(word);
}
