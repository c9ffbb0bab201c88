import type { Card } from './card.ts';
import { linksClash } from './exact.ts';
import type { Pairs } from './pairs.ts';
import { compareTitles, type Rarity } from './rarity.ts';

/** What speaks for and against an old topic being a new one. */
export interface Evidence {
  readonly old: Card;
  readonly next: Card;
  /** How much of both titles is in both, 0 to 1: the coefficient of Dice (1945), rare words counting for more. */
  readonly shared: number;
  /** How much of the shorter title is in the longer one, 0 to 1. */
  readonly contained: number;
  /** How much of either title is not in the other, 0 to 1: the smaller and the larger share. */
  readonly exchanged: number;
  readonly changed: number;
  /** How many times as much the longer title says. */
  readonly growth: number;
  readonly fewestWords: number;
  readonly mostWords: number;
  readonly sameHolder: boolean;
  /** Whether the same words introduce both titles, and whether they introduce no other. */
  readonly sameLead: boolean;
  readonly ownLead: boolean;
  readonly sameNumbers: boolean;
  /** Whether both have links and none in common; have the same ones; share one that no other topic has. */
  readonly linksClash: boolean;
  readonly sameLinks: boolean;
  readonly ownLink: boolean;
  /** Whether either has a title that stands elsewhere, too. */
  readonly twin: boolean;
}

/** Compares two topics, given what is matched so far. */
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

/** In one place, one of the titles may be the lead of the other and nothing else. Numbers lead to many topics. */
function shareLead(old: Card, next: Card, sameHolder: boolean): boolean {
  if (old.lead !== next.lead || /\d/u.test(old.lead)) return false;
  return (old.hasLead && next.hasLead) || (sameHolder && (old.hasLead || next.hasLead));
}
