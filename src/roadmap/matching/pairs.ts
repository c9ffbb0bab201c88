import { Card, Heading } from './card.ts';
import { matchHeadings } from './headings.ts';
import type { Side } from './side.ts';

/** So many topics of a version may share a link that is about them. */
const TELLING_LINK = 3;

/** What is matched so far, one to one. */
export class Pairs {
  readonly #toNew = new Map<Card, Card>();
  readonly #toOld = new Map<Card, Card>();
  readonly #reserved = new Set<Card>();
  #headings: ReadonlyMap<Heading, Heading> = new Map();

  readonly old: Side;
  readonly next: Side;

  constructor(old: Side, next: Side) {
    this.old = old;
    this.next = next;
  }

  /** Keeps new topics out of it that are matched with something else. */
  reserve(cards: Iterable<Card>): void {
    for (const card of cards) this.#reserved.add(card);
  }

  pair(old: Card, next: Card): void {
    this.#toNew.set(old, next);
    this.#toOld.set(next, old);
  }

  newOf(old: Card): Card | undefined {
    return this.#toNew.get(old);
  }

  /** Whether neither is matched yet. */
  free(old: Card, next: Card): boolean {
    return !this.#toNew.has(old) && this.isOpenNew(next);
  }

  are(old: Card | undefined, next: Card | undefined): boolean {
    return old !== undefined && next !== undefined && this.#toNew.get(old) === next;
  }

  matchedNew(): Iterable<Card> {
    return this.#toOld.keys();
  }

  openOld(): readonly Card[] {
    return this.old.cards.filter((card) => !this.#toNew.has(card));
  }

  openNew(): readonly Card[] {
    return this.next.cards.filter((card) => this.isOpenNew(card));
  }

  isOpenNew(next: Card): boolean {
    return !this.#toOld.has(next) && !this.#reserved.has(next);
  }

  /** Whether two topics stand in what is the same section or topic. A topic may have become a heading of its title, or the other way round. */
  sameHolder(old: Card, next: Card): boolean {
    const [a, b] = [old.holder, next.holder];
    if (a instanceof Card && b instanceof Card) return this.#toNew.get(a) === b;
    if (a instanceof Heading && b instanceof Heading) return this.#headings.get(a) === b;
    return a.title === b.title && a.title !== '';
  }

  /** Whether one topic of each version has it, and no other. */
  isLinkAlone(link: string): boolean {
    return this.old.links.get(link) === 1 && this.next.links.get(link) === 1;
  }

  /** Whether it says something of the topics that have it; a home page or a playlist under many does not. */
  isLinkTelling(link: string): boolean {
    return [this.old, this.next].every(({ links }) => (links.get(link) ?? 0) <= TELLING_LINK);
  }

  /** Finds where the sections went, by where their topics went so far. */
  matchHeadings(): void {
    this.#headings = matchHeadings(this.old.headings, this.next.headings, (old) => this.#toNew.get(old));
  }

  get headings(): ReadonlyMap<Heading, Heading> {
    return this.#headings;
  }
}
