import type { Card } from './card.ts';
import { linksClash } from './exact.ts';
import type { Pairs } from './pairs.ts';
import { compareTitles, type Rarity } from './rarity.ts';

/** The facts for and against an old topic being a new one. */
export interface Evidence {
  readonly old: Card;
  readonly next: Card;
  /**
   * The share of both titles that they have in common, 0 to 1: the coefficient of Dice (1945), in which rare words
   * weigh more.
   */
  readonly shared: number;
  /** The share of the shorter title that the longer one contains, 0 to 1. */
  readonly contained: number;
  /** The share of each title that the other one lacks, 0 to 1: the smaller share and the larger one. */
  readonly exchanged: number;
  readonly changed: number;
  /** How many times as much the longer title says. */
  readonly growth: number;
  readonly fewestWords: number;
  readonly mostWords: number;
  readonly sameHolder: boolean;
  /** Whether the same words introduce both titles, and whether these introduce no other title. */
  readonly sameLead: boolean;
  readonly ownLead: boolean;
  readonly sameNumbers: boolean;
  /**
   * Whether both have links, but none in common; whether they have the same links; whether they share a link that no
   * other topic has.
   */
  readonly linksClash: boolean;
  readonly sameLinks: boolean;
  readonly ownLink: boolean;
  /** Whether the title of either one occurs more than once. */
  readonly twin: boolean;
}

/** Compares two topics, given the matches so far. */
export function evidenceFor(old: Card, next: Card, pairs: Pairs, rarity: Rarity): Evidence {
  const { kept, lost, gained } = compareTitles(old, next, rarity);
  const [before, after] = [kept + lost, kept + gained];
  const sameHolder = pairs.sameHolder(old, next);
  const sameLead = shareLead(old, next, sameHolder);
  return {
    old,
    next,
    shared: (2 * kept) / (before + after),
    contained: kept / Math.min(before, after),
    exchanged: Math.min(lost / before, gained / after),
    changed: Math.max(lost / before, gained / after),
    growth: Math.max(before, after) / Math.min(before, after),
    fewestWords: Math.min(old.words.length, next.words.length),
    mostWords: Math.max(old.words.length, next.words.length),
    sameHolder,
    sameLead,
    ownLead: sameLead && pairs.old.leads.get(old.lead) === 1 && pairs.next.leads.get(next.lead) === 1,
    sameNumbers: old.numbers === next.numbers,
    linksClash: linksClash(old, next),
    sameLinks: old.linkSet !== '' && old.linkSet === next.linkSet,
    ownLink: old.links.some((link) => next.links.includes(link) && pairs.isLinkAlone(link)),
    twin: pairs.old.titles.get(old.title) !== 1 || pairs.next.titles.get(next.title) !== 1,
  };
}

/**
 * Whether one of two titles in the same place is only the lead of the other. A lead that is a number proves nothing,
 * because numbers lead many topics.
 */
function shareLead(old: Card, next: Card, sameHolder: boolean): boolean {
  if (old.lead !== next.lead || /\d/u.test(old.lead)) return false;
  return (old.hasLead && next.hasLead) || (sameHolder && (old.hasLead || next.hasLead));
}
