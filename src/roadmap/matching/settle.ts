import type { Match } from './match.ts';

/**
 * What people said of old topics: the new ones that each became, none if it is gone, several if it was split. An answer
 * goes before what the match found, so that a wrong one can be mended.
 */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** Who is who, once the questions are answered. All by key, but for topics that return, which have none by now. */
export interface Settled {
  /** The old topic that a new one is. */
  readonly same: ReadonlyMap<string, string>;
  /** The id of the archived topic that a new one is. */
  readonly returning: ReadonlyMap<string, string>;
  /** New topics that are several old ones in one: something new, which none of them was. */
  readonly merged: ReadonlyMap<string, readonly string[]>;
  /** Old topics with what is split off them: they are one of their parts themselves. */
  readonly split: ReadonlyMap<string, readonly string[]>;
  /** Old topics that gave their place to one that came back. */
  readonly replaced: ReadonlyMap<string, string>;
}

/** Settles a match. What is likely and was not answered is gone. */
export function settle(match: Match, answers: Answers = new Map()): Settled {
  const became = new Map([...match.sure].map(([old, next]) => [old, [next] as readonly string[]]));
  for (const [old, news] of answers) became.set(old, news);

  const claims = new Map<string, string[]>();
  for (const [old, news] of became) {
    for (const next of new Set(news)) claims.set(next, [...(claims.get(next) ?? []), old]);
  }
  const same = new Map<string, string>();
  const merged = new Map<string, readonly string[]>();
  const split = new Map<string, readonly string[]>();
  for (const [next, [old = '', ...others]] of claims) {
    if (others.length > 0) merged.set(next, [old, ...others]);
    else if (split.has(old)) split.set(old, [...(split.get(old) ?? []), next]);
    else {
      same.set(next, old);
      split.set(old, []);
    }
  }
  return {
    same,
    merged,
    split: new Map([...split].filter(([, parts]) => parts.length > 0)),
    returning: new Map(
      [...match.returning].flatMap(([id, next]) => (claims.has(next) ? [] : [[next, id] as const])),
    ),
    replaced: new Map([...match.replaced].filter(([old]) => (became.get(old) ?? []).length === 0)),
  };
}
