import { betweenNeighbours, candidateFinder } from './candidates.ts';
import type { Card } from './card.ts';
import { type Likeness, isPartOf, likenessOf } from './likeness.ts';
import type { Pairs } from './pairs.ts';
import type { Rarity } from './rarity.ts';

/** How far a candidate must be ahead of the second one, seen from both topics. */
const MARGIN = 0.12;
const LIKELY = 0.5;
/** A topic alone between matched neighbours is a likely match from this score on. */
const LIKELY_BETWEEN = 0.15;
/** How much is compared or looked through between two turns of the event loop. */
const AT_A_TIME = { topics: 16, pairs: 2_000 };

/** Compares the topics that are still unmatched. The best pairs come first. */
export function* compareRest(pairs: Pairs, rarity: Rarity): Generator<void, readonly Likeness[]> {
  pairs.matchHeadings();
  yield;
  const candidates = yield* candidateFinder(pairs, rarity);
  const found: Likeness[] = [];
  for (const [at, old] of pairs.openOld().entries()) {
    if (at % AT_A_TIME.topics === 0) yield;
    const between = betweenNeighbours(old, pairs);
    for (const next of candidates(old)) {
      const likeness = likenessOf(old, next, pairs, rarity);
      // A pair with less likeness is not likely, and is no rival of a likely pair.
      if (likeness.score >= LIKELY - MARGIN || next === between) found.push(likeness);
    }
  }
  yield;
  return found.toSorted((a, b) => b.score - a.score);
}

/** Pairs the topics that are surely the same: they are alike enough, and ahead of all other free candidates. */
export function* pairSure(pairs: Pairs, ranked: readonly Likeness[]): Generator<void> {
  const ofOld = Map.groupBy(ranked, ({ old }) => old);
  yield;
  const ofNew = Map.groupBy(ranked, ({ next }) => next);
  for (const [at, best] of ranked.entries()) {
    if (at % AT_A_TIME.pairs === 0) yield;
    const { old, next, score, clear } = best;
    if (!clear || !pairs.free(old, next)) continue;
    const isBehind = (rival: Likeness): boolean =>
      rival === best ||
      score - rival.score >= MARGIN ||
      !pairs.free(rival.old, rival.next) ||
      // The same title, once in each file, is no less sure because another one contains it.
      (old.title === next.title && rival.old.title !== rival.next.title && score > rival.score);
    if (ofOld.get(old)?.every(isBehind) && ofNew.get(next)?.every(isBehind)) pairs.pair(old, next);
  }
}

/**
 * The new topics that each unmatched old topic may be, the likeliest first. A topic that may be several old ones merged
 * is offered for each of them.
 */
export function* offersOf(
  pairs: Pairs,
  ranked: readonly Likeness[],
): Generator<void, ReadonlyMap<Card, readonly Card[]>> {
  const offers = new Map<Card, Card[]>();
  const taken = new Set<Card>();
  for (const [at, { old, next, score, alike }] of ranked.entries()) {
    if (at % AT_A_TIME.pairs === 0) yield;
    if (!pairs.free(old, next)) continue;
    if (score < LIKELY && !(alike >= LIKELY_BETWEEN && betweenNeighbours(old, pairs) === next)) continue;
    const others = offers.get(old);
    if (others !== undefined) {
      others.push(next);
    } else if (!taken.has(next) || isPartOf(old.items, next.items)) {
      offers.set(old, [next]);
      taken.add(next);
    }
  }
  return offers;
}
