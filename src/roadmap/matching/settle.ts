import type { Match } from './match.ts';

/**
 * People's answers: the new topics that each old topic became. There are none if it is gone, and several if it was
 * split. An answer overrules the match, so that people can correct it.
 */
export type Answers = ReadonlyMap<string, readonly string[]>;

/**
 * The final matches, after the questions are answered. Topics are given by key, but returning topics by id, because
 * they no longer have a key.
 */
export interface Settled {
  /** The old topic that a new topic is. */
  readonly same: ReadonlyMap<string, string>;
  /** The id of the archived topic that a new topic is. */
  readonly returning: ReadonlyMap<string, string>;
  /** New topics that combine several old ones. Such a topic is new, and none of the old ones. */
  readonly merged: ReadonlyMap<string, readonly string[]>;
  /** Old topics with the new topics that were split off them. The old topic itself is one of the pieces. */
  readonly split: ReadonlyMap<string, readonly string[]>;
  /** Old topics that gave their place to a topic that came back. */
  readonly replaced: ReadonlyMap<string, string>;
}

/** Settles a match. An old topic with likely matches but without an answer is gone. */
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
