import type { Roadmap } from '../roadmap.ts';
import { type ArchivedTopic, asRoadmap } from './archived.ts';
import {
  byDeclaredId,
  byGiven,
  byKeyAndTitle,
  byLinks,
  byPlace,
  byTitleAlone,
  byTitleAndHolder,
  byTitleAndLinks,
} from './exact.ts';
import { compareRest, offersOf, pairSure } from './likely.ts';
import { Pairs } from './pairs.ts';
import { rarityIn } from './rarity.ts';
import { sideOf } from './side.ts';

/** What became of the topics of a roadmap in a new version. Topics are named by their keys, and stand in file order. */
export interface Match {
  /** New key by old key. */
  readonly sure: ReadonlyMap<string, string>;
  /** New key by the id of a topic that had left the roadmap. */
  readonly returning: ReadonlyMap<string, string>;
  /** Old topics that may still be there, and the new ones that they may be, the likeliest first. */
  readonly likely: ReadonlyMap<string, readonly string[]>;
  readonly gone: readonly string[];
  /** Of those that are not sure, the ones whose place another has taken by its declared id: new key by old key. */
  readonly replaced: ReadonlyMap<string, string>;
  /** New topics that are surely none of the old ones; they may be offered for one. */
  readonly added: readonly string[];
}

export interface MatchOptions {
  /** Topics that left the roadmap earlier, and may return. */
  readonly archived?: readonly ArchivedTopic[];
  /** What is known beforehand: old key by new key. */
  readonly given?: ReadonlyMap<string, string>;
}

/** The steps that leave no doubt, for topics of the last version; each takes what those before it left. */
const EXACT = [byPlace, byTitleAndLinks, byTitleAndHolder, byTitleAlone, byLinks];
/** The steps for topics that left the roadmap before; likeness proves too little among all that ever was in it. */
const EXACT_FOR_ARCHIVED = [byKeyAndTitle, byTitleAndLinks, byTitleAndHolder, byLinks];

/**
 * Matches the topics of two versions one to one. Yields every few topics, so that a caller can let others have their
 * turn: 5,000 topics against 5,000 take up to a second.
 */
export function* matchRoadmaps(
  before: Roadmap,
  after: Roadmap,
  { archived = [], given = new Map() }: MatchOptions = {},
): Generator<void, Match> {
  const old = yield* sideOf(before);
  const next = yield* sideOf(after);
  const pairs = new Pairs(old, next);
  const earlier = new Pairs(yield* sideOf(asRoadmap(archived)), next);
  for (const { steps, here, other } of [
    { steps: [byGiven(given), byDeclaredId], here: pairs, other: earlier },
    { steps: [byDeclaredId], here: earlier, other: pairs },
    { steps: EXACT, here: pairs, other: earlier },
    { steps: EXACT_FOR_ARCHIVED, here: earlier, other: pairs },
  ]) {
    for (const step of steps) {
      step(here);
      yield;
    }
    other.reserve(here.matchedNew());
  }

  const rarity = yield* rarityIn(old, next);
  // What the first round pairs is context for the second.
  yield* pairSure(pairs, yield* compareRest(pairs, rarity));
  const ranked = yield* compareRest(pairs, rarity);
  yield* pairSure(pairs, ranked);
  const offers = yield* offersOf(pairs, ranked);

  const sure = new Map<string, string>();
  const likely = new Map<string, readonly string[]>();
  const gone: string[] = [];
  const replaced = new Map<string, string>();
  const declared = new Map(next.cards.filter((card) => card.declared).map((card) => [card.place, card.key]));
  for (const card of old.cards) {
    const found = pairs.newOf(card);
    const offered = offers.get(card);
    const inItsPlace = declared.get(card.place);
    if (found !== undefined) {
      sure.set(card.key, found.key);
      continue;
    }
    if (inItsPlace !== undefined) replaced.set(card.key, inItsPlace);
    if (offered === undefined) gone.push(card.key);
    else
      likely.set(
        card.key,
        offered.map(({ key }) => key),
      );
  }
  const returning = archived.flatMap(({ id }, at) => {
    const card = earlier.old.cards[at];
    const back = card && earlier.newOf(card);
    return back === undefined ? [] : [[id, back.key] as const];
  });
  const added = pairs.openNew().map(({ key }) => key);
  return { sure, returning: new Map(returning), likely, gone, replaced, added };
}
