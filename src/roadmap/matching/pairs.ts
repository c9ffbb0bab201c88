import { Card, Heading } from './card.ts';
import { matchHeadings } from './headings.ts';
import type { Side } from './side.ts';

/** A link on up to this many topics of a version still identifies them. */
const TELLING_LINK = 3;

/** The matches so far, one to one. */
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

  /** Leaves out new topics that are already matched elsewhere. */
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

  /** Whether both are still unmatched. */
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

  /**
   * Whether two topics stand in the same section or topic. A topic may have become a heading with its title, or the
   * other way round.
   */
  sameHolder(old: Card, next: Card): boolean {
    const [a, b] = [old.holder, next.holder];
    if (a instanceof Card && b instanceof Card) return this.#toNew.get(a) === b;
    if (a instanceof Heading && b instanceof Heading) return this.#headings.get(a) === b;
    return a.title === b.title && a.title !== '';
  }

  /** Whether a link belongs to exactly one topic of each version. */
  isLinkAlone(link: string): boolean {
    return this.old.links.get(link) === 1 && this.next.links.get(link) === 1;
  }

  /** Whether a link identifies its topics. A home page or a playlist under many topics does not. */
  isLinkTelling(link: string): boolean {
    return [this.old, this.next].every(({ links }) => (links.get(link) ?? 0) <= TELLING_LINK);
  }

  /** Finds the new sections by the matches of their topics. */
  matchHeadings(): void {
    this.#headings = matchHeadings(this.old.headings, this.next.headings, (old) => this.#toNew.get(old));
  }

  get headings(): ReadonlyMap<Heading, Heading> {
    return this.#headings;
  }
}
