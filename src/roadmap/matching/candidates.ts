import { type Card, Heading } from './card.ts';
import type { Pairs } from './pairs.ts';
import type { Rarity } from './rarity.ts';

/** A trait that more topics share than this does not help to find any of them. */
const COMMON = 40;
const CANDIDATES = 8;
/** How many traits of a long title are used. The rarest come first. */
const TRAITS = 12;
/** Words are also found by their beginning, of this many letters. */
const BEGINNING = 5;
/** How many topics are handled between two turns of the event loop. */
const AT_A_TIME = 100;
const LINK_WEIGHT = 20;

/**
 * Finds, for an old topic, the few new topics that it may have become. They share rare words, pairs of words,
 * beginnings of words or links with it, or stand in the same section. Comparing every pair would take minutes.
 */
export function* candidateFinder(
  pairs: Pairs,
  rarity: Rarity,
): Generator<void, (old: Card) => readonly Card[]> {
  const open = pairs.openNew();
  const having = new Map<string, Card[]>();
  for (const [at, next] of open.entries()) {
    if (at % AT_A_TIME === 0) yield;
    eachTrait(next, rarity, (trait) => {
      const cards = having.get(trait);
      if (cards === undefined) having.set(trait, [next]);
      else cards.push(next);
    });
  }
  const byHolder = Map.groupBy(open, (next) => next.holder);

  return (old) => {
    const found: { readonly cards: readonly Card[]; readonly weight: number }[] = [];
    eachTrait(old, rarity, (trait, weight) => {
      const cards = having.get(trait);
      if (cards !== undefined && cards.length <= COMMON) found.push({ cards, weight });
    });
    const rarest = found.toSorted((a, b) => a.cards.length - b.cards.length).slice(0, TRAITS);
    const holder = old.holder instanceof Heading ? pairs.headings.get(old.holder) : pairs.newOf(old.holder);
    const beside = (holder && byHolder.get(holder)) ?? [];
    if (beside.length <= COMMON) rarest.push({ cards: beside, weight: 1 });

    const votes = new Map<Card, number>();
    for (const { cards, weight } of rarest) {
      for (const card of cards) votes.set(card, (votes.get(card) ?? 0) + weight);
    }
    const best = [...votes]
      .toSorted(([a, more], [b, less]) => less - more || distance(old, a) - distance(old, b))
      .slice(0, CANDIDATES)
      .map(([card]) => card);
    const between = betweenNeighbours(old, pairs);
    return between === null || best.includes(between) ? best : [...best, between];
  };
}

/** The new topic between the matches of an old topic's neighbours, if exactly one stands there. */
export function betweenNeighbours(old: Card, pairs: Pairs): Card | null {
  const before = neighbour(old, pairs, -1);
  const after = neighbour(old, pairs, 1);
  if (before === undefined || after === undefined || before.siblings !== after.siblings) return null;
  const between = before.siblings[before.position + 1];
  if (between === undefined || after.position !== before.position + 2) return null;
  return pairs.isOpenNew(between) ? between : null;
}

/** How far a new topic stands from an old one's place. Of topics with equal titles, only the nearest are candidates. */
function distance(old: Card, next: Card): number {
  return Math.abs(old.position - next.position);
}

function neighbour(old: Card, pairs: Pairs, step: 1 | -1): Card | undefined {
  const card = old.siblings[old.position + step];
  return card && pairs.newOf(card);
}

/** Visits each trait that a topic is found by, with its weight. */
function eachTrait(card: Card, rarity: Rarity, visit: (trait: string, weight: number) => void): void {
  const { words, links } = card;
  for (const [at, word] of words.entries()) {
    const weight = rarity(word);
    const following = words[at + 1];
    visit(word, weight);
    if (word.length > BEGINNING) visit(`${word.slice(0, BEGINNING)}…`, weight / 2);
    if (following !== undefined) visit(`${word} ${following}`, weight + rarity(following));
  }
  for (const link of links) visit(`→${link}`, LINK_WEIGHT);
}
