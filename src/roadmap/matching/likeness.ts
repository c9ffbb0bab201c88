import type { Card } from './card.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import type { Pairs } from './pairs.ts';
import type { Rarity } from './rarity.ts';

/** How alike an old and a new topic are. */
export interface Likeness {
  readonly old: Card;
  readonly next: Card;
  /** 0 to about 1.8: the words that their titles share, and all other evidence. */
  readonly score: number;
  /** The part of the score that comes from the titles alone. */
  readonly alike: number;
  /** Whether they are surely the same, unless there is a better candidate. */
  readonly clear: boolean;
}

/*
 * The figures were tuned on public checklists. Topics were judged by reading, both as they are and as they changed
 * between versions, and the figures were then checked on other checklists. A clear match has to be right always, a
 * likely match most of the time.
 */
const CONTAINED = 0.92;
const SAME_LEAD = 0.8;
/** Numbers in titles of at least this many words identify nothing. */
const LONG_TITLE = 14;
/**
 * A title of at least this many words is a sentence. Words added to it are an example or an explanation, not further
 * topics.
 */
const SENTENCE = 6;
/** A title that says this many times as much contains more than the same topic. */
const OUTGROWN = 2.5;
/**
 * A clear match needs this score, this share of common words in the titles, and at most this share of exchanged words.
 */
const CLEAR = { score: 0.72, alike: 0.6, withSameLinks: 0.3, inSpiteOfLinks: 0.85, exchanged: 0.2 };

/** Compares two topics, given the matches so far. */
export function likenessOf(old: Card, next: Card, pairs: Pairs, rarity: Rarity): Likeness {
  const evidence = evidenceFor(old, next, pairs, rarity);
  const alike = titleScore(evidence);
  const score = alike + contextScore(evidence, pairs);
  return { old, next, score, alike, clear: score >= CLEAR.score && isClear(evidence) };
}

function titleScore(evidence: Evidence): number {
  const { old, next, shared, contained, sameNumbers, sameLead, fewestWords } = evidence;
  const words = Math.max(shared, CONTAINED * contained);
  // An equal title wins over a title with the same words in another order, or with another number.
  const same = old.title === next.title ? 0.1 : 0;
  const otherNumber = !sameNumbers && !sameLead && fewestWords < LONG_TITLE ? 0.15 : 0;
  return (isLed(evidence) ? Math.max(SAME_LEAD, words) : words) + same - otherNumber;
}

function contextScore({ old, next, sameHolder, linksClash }: Evidence, pairs: Pairs): number {
  const place = sameHolder ? 0.06 + 0.05 * matchedNeighbours(old, next, pairs) : -0.04;
  const links = linksClash ? -0.12 : linkScore(old, next, pairs);
  const onlyOneHasParts = old.cards.length > 0 !== next.cards.length > 0;
  return place + links - (onlyOneHasParts ? 0.06 : 0) + 0.2 * matchedParts(old, next, pairs);
}

function isClear(evidence: Evidence): boolean {
  const { shared, contained, exchanged, changed, fewestWords, sameHolder, linksClash } = evidence;
  if (!sameHolder && (evidence.twin || linksClash)) return false;
  if (linksClash && shared < CLEAR.inSpiteOfLinks) return false;
  if (isLed(evidence)) return true;

  const alike = sameHolder && !linksClash ? Math.max(shared, CONTAINED * contained) : shared;
  if (alike < (evidence.sameLinks ? CLEAR.withSameLinks : CLEAR.alike)) return false;
  // In a short title another word means another topic. A sentence may grow.
  const difference = fewestWords >= SENTENCE || evidence.ownLink ? exchanged : changed;
  if (difference > CLEAR.exchanged) return false;
  return (evidence.sameNumbers || evidence.ownLink) && !isWidened(evidence);
}

/**
 * Whether both topics have the same lead, which no others have, and explain it in other words. A short text after a
 * lead may instead name a variant (`Depth first search (recursive)`).
 */
function isLed({ old, ownLead, sameHolder, shared, exchanged, fewestWords }: Evidence): boolean {
  const explained = fewestWords - old.lead.split(' ').length >= SENTENCE;
  return ownLead && (sameHolder || shared >= CLEAR.alike) && (exchanged <= CLEAR.exchanged || explained);
}

/** Whether a title may have been split into several, or several may have been merged into it. */
function isWidened({ old, next, fewestWords, mostWords, growth, sameLead }: Evidence): boolean {
  const listed = isPartOf(old.items, next.items) || isPartOf(next.items, old.items);
  if (listed && fewestWords < SENTENCE) return true;
  return !sameLead && (growth >= OUTGROWN || (fewestWords <= 2 && mostWords > fewestWords));
}

/** Whether a list has all of these items, and more. */
export function isPartOf(items: ReadonlySet<string>, list: ReadonlySet<string>): boolean {
  return items.size < list.size && items.isSubsetOf(list);
}

function matchedNeighbours(old: Card, next: Card, pairs: Pairs): number {
  const matched = (step: 1 | -1): boolean =>
    pairs.are(old.siblings[old.position + step], next.siblings[next.position + step]);
  return Number(matched(-1)) + Number(matched(1));
}

function linkScore(old: Card, next: Card, pairs: Pairs): number {
  const shared = old.links.filter((link) => next.links.includes(link) && pairs.isLinkTelling(link)).length;
  if (shared === 0) return 0;
  return 2 * shared >= Math.max(old.links.length, next.links.length) ? 0.25 : 0.1;
}

/** The share of the parts of both topics that are matched with each other. */
function matchedParts(old: Card, next: Card, pairs: Pairs): number {
  if (old.cards.length === 0 || next.cards.length === 0) return 0;
  const kept = old.cards.filter((part) => pairs.newOf(part)?.holder === next).length;
  return kept / Math.max(old.cards.length, next.cards.length);
}
