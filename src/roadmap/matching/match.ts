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

/** The result of matching two versions. Topics are given by their keys, in file order. */
export interface Match {
  /** The new key by the old key. */
  readonly sure: ReadonlyMap<string, string>;
  /** The new key by the id of a topic that had left the roadmap. */
  readonly returning: ReadonlyMap<string, string>;
  /** The new topics that an unmatched old topic may be, the likeliest first. */
  readonly likely: ReadonlyMap<string, readonly string[]>;
  readonly gone: readonly string[];
  /** Unmatched old topics whose place another topic took by its declared id: the new key by the old key. */
  readonly replaced: ReadonlyMap<string, string>;
  /** New topics that are surely none of the old ones. They may still be offered for one. */
  readonly added: readonly string[];
}

export interface MatchOptions {
  /** Topics that left the roadmap earlier, and may return. */
  readonly archived?: readonly ArchivedTopic[];
  /** Matches that the caller already knows: the old key by the new key. */
  readonly given?: ReadonlyMap<string, string>;
}

/** The steps that leave no doubt, for topics of the last version. Each one takes what the steps before it left. */
const EXACT = [byPlace, byTitleAndLinks, byTitleAndHolder, byTitleAlone, byLinks];
/**
 * The steps for topics that left the roadmap earlier. Likeness is not used, because it proves too little among all
 * topics that ever were in it.
 */
const EXACT_FOR_ARCHIVED = [byKeyAndTitle, byTitleAndLinks, byTitleAndHolder, byLinks];

/**
 * Matches the topics of two versions one to one. It yields every few topics, so that a caller can let other work run:
 * 5,000 topics against 5,000 take up to a second.
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
  // The pairs of the first round are evidence for the second.
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
