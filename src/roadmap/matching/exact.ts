import type { Card } from './card.ts';
import type { Pairs } from './pairs.ts';
import type { Side } from './side.ts';

/** A shorter title, such as "Videos" or "Intro", says too little about a topic that has moved. In letters. */
const TELLING_TITLE = 9;
/** How much of their words two titles with the same links must share. */
const SHARED_WORDS = 0.3;

/** Pairs the topics that the caller already knows to be the same. */
export function byGiven(given: ReadonlyMap<string, string>): (pairs: Pairs) => void {
  return (pairs) => {
    for (const [nextKey, oldKey] of given) {
      const [old, next] = [pairs.old.byKey.get(oldKey), pairs.next.byKey.get(nextKey)];
      if (old && next && pairs.free(old, next)) pairs.pair(old, next);
    }
  };
}

/**
 * Pairs by declared id: a declared id belongs to the topic that had this key before, declared or not, anywhere in the
 * file.
 */
export function byDeclaredId(pairs: Pairs): void {
  for (const next of pairs.next.cards) {
    const old = next.declared ? pairs.old.byKey.get(next.key) : undefined;
    if (old && pairs.free(old, next)) pairs.pair(old, next);
  }
}

/** Pairs topics with the same title and the same key, which is made of the titles above it. */
export function byKeyAndTitle(pairs: Pairs): void {
  for (const next of pairs.next.cards) {
    const old = pairs.old.byKey.get(next.key);
    if (old?.title === next.title && pairs.free(old, next)) pairs.pair(old, next);
  }
}

/**
 * Pairs topics with the same title in the same place. Equal titles are told apart by their links, or by their order if
 * their number stayed.
 */
export function byPlace(pairs: Pairs): void {
  const groups = Map.groupBy(pairs.next.cards, (card) => card.place);
  for (const [place, olds] of Map.groupBy(pairs.old.cards, (card) => card.place)) {
    const news = groups.get(place) ?? [];
    if (olds.length > 1 || news.length > 1) pairByLinks(pairs, olds, news);
    if (olds.length !== news.length) continue;
    const openOld = olds.filter((old) => pairs.newOf(old) === undefined);
    const openNew = news.filter((next) => pairs.isOpenNew(next));
    if (openOld.length !== openNew.length) continue;
    const alone = olds.length === 1;
    const inOrder = openOld.map((old, at) => [old, openNew[at]] as const);
    if (!alone && inOrder.some(([old, next]) => next && linksClash(old, next))) continue;
    for (const [old, next] of inOrder) if (next) pairs.pair(old, next);
  }
}

/** Pairs topics with equal titles that share a link which no other of them has. */
function pairByLinks(pairs: Pairs, olds: readonly Card[], news: readonly Card[]): void {
  const withLink = groupByLink(news);
  for (const [link, [old, ...twins]] of groupByLink(olds)) {
    const [next, ...others] = withLink.get(link) ?? [];
    if (!old || !next || twins.length > 0 || others.length > 0) continue;
    if (pairs.free(old, next)) pairs.pair(old, next);
  }
}

function groupByLink(cards: readonly Card[]): ReadonlyMap<string, readonly Card[]> {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    for (const link of card.links) groups.set(link, [...(groups.get(link) ?? []), card]);
  }
  return groups;
}

/** Pairs topics with the same title and the same links, anywhere. */
export function byTitleAndLinks(pairs: Pairs): void {
  pairUnique(
    pairs,
    (card) => (card.linkSet === '' ? '' : `${card.title}\n${card.linkSet}`),
    () => true,
  );
}

/**
 * Pairs topics with the same title in the same holder. This finds renamed sections, and families that moved together.
 */
export function byTitleAndHolder(pairs: Pairs): void {
  pairUnique(
    pairs,
    ({ title, holder }) => (holder.title === '' ? '' : `${title}\n${holder.title}`),
    (old, next) => !linksClash(old, next),
  );
}

/** Pairs topics with the same title if it occurs once in each version. */
export function byTitleAlone(pairs: Pairs): void {
  pairUnique(
    pairs,
    ({ title }) => title,
    (old, next) => (old.title.length >= TELLING_TITLE || shareLink(old, next)) && !linksClash(old, next),
  );
}

/** Pairs topics with the same links if no others have them, and if their titles or places also agree. */
export function byLinks(pairs: Pairs): void {
  pairs.matchHeadings();
  pairUnique(
    pairs,
    ({ linkSet }) => linkSet,
    (old, next) =>
      hasLinksAlone(old, pairs.old) &&
      hasLinksAlone(next, pairs.next) &&
      old.cards.length === 0 &&
      next.cards.length === 0 &&
      (sharedWords(old, next) >= SHARED_WORDS ||
        (old.numbers === next.numbers && pairs.sameHolder(old, next)) ||
        old.bareAddress ||
        next.bareAddress),
  );
}

/** Whether no other topic has these links. A playlist or a home page stands under many topics and identifies none. */
function hasLinksAlone(card: Card, side: Side): boolean {
  return card.links.every((link) => side.links.get(link) === 1);
}

/**
 * Pairs topics that share a value which occurs once in the whole of each version. Counting only unmatched topics would
 * be wrong: a topic that is gone would be paired with another of the same title.
 */
function pairUnique(
  pairs: Pairs,
  valueOf: (card: Card) => string,
  may: (old: Card, next: Card) => boolean,
): void {
  const news = Map.groupBy(pairs.next.cards, valueOf);
  for (const [value, [old, ...twins]] of Map.groupBy(pairs.old.cards, valueOf)) {
    const [next, ...others] = news.get(value) ?? [];
    if (value === '' || !old || !next || twins.length > 0 || others.length > 0) continue;
    if (pairs.free(old, next) && may(old, next)) pairs.pair(old, next);
  }
}

function sharedWords(a: Card, b: Card): number {
  const shared = a.words.filter((word) => b.wordSet.has(word)).length;
  return (2 * shared) / (a.words.length + b.words.length);
}

function shareLink(a: Card, b: Card): boolean {
  return a.links.some((link) => b.links.includes(link));
}

/** Whether both have links, but none in common. */
export function linksClash(a: Card, b: Card): boolean {
  return a.links.length > 0 && b.links.length > 0 && !shareLink(a, b);
}
