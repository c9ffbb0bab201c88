import { wordsIn } from '../../text/fold.ts';
import { OWN_SECTION, type Section, type Topic } from '../roadmap.ts';
import { foldAddress } from './address.ts';
import { comparedWords, foldTitle, isBareAddress, itemsOf, leadOf, numbersIn } from './folding.ts';

/** A section of a version, prepared for comparison. */
export class Heading {
  /** Folded. Empty for the section right below the title of the file. */
  readonly title: string;
  /** The folded titles from the top down to this section. */
  readonly place: string;
  readonly numbers: string;
  readonly cards: Card[] = [];

  constructor(section: Section, above: string) {
    // A new title of the file must not separate the topics right below it from their old selves.
    const folded = section.key === OWN_SECTION ? '' : foldTitle(section.title);
    this.title = wordsIn(folded).join(' ');
    this.numbers = numbersIn(folded);
    this.place = `${above}/${this.title}`;
  }
}

/**
 * A topic of a version, prepared for comparison. What every step needs is computed at once. The rest is computed on
 * demand, because the first steps match most topics.
 */
export class Card {
  readonly key: string;
  /** Whether the file declares the key. A key that is made of titles adds nothing to the titles. */
  readonly declared: boolean;
  /** Folded, and reduced to its words. */
  readonly title: string;
  readonly place: string;
  readonly holder: Heading | Card;
  /** Its position among the topics of its holder, counted from 0. */
  readonly position: number;
  /** The topics in it. */
  readonly cards: Card[] = [];
  readonly links: readonly string[];
  /** All links as one text; empty if it has none. */
  readonly linkSet: string;
  readonly bareAddress: boolean;
  /** Folded, with the signs that end a lead or an item. */
  readonly #folded: string;
  #words: readonly string[] | null = null;
  #wordSet: ReadonlySet<string> | null = null;
  #items: ReadonlySet<string> | null = null;
  #lead: string | null = null;
  #numbers: string | null = null;

  constructor(topic: Topic, holder: Heading | Card, position: number) {
    const title = wholeTitle(topic);
    this.#folded = foldTitle(title);
    this.key = topic.key;
    this.declared = topic.declared;
    this.title = wordsIn(this.#folded).join(' ');
    this.place = `${holder.place}/${this.title}`;
    this.holder = holder;
    this.position = position;
    this.links = [...new Set(topic.resources.map(({ url }) => foldAddress(url)))].toSorted();
    this.linkSet = this.links.join('\n');
    this.bareAddress = isBareAddress(title);
  }

  get words(): readonly string[] {
    return (this.#words ??= comparedWords(this.#folded));
  }

  get wordSet(): ReadonlySet<string> {
    return (this.#wordSet ??= new Set(this.words));
  }

  get numbers(): string {
    return (this.#numbers ??= numbersIn(this.#folded));
  }

  /** The words that introduce a longer title, or the whole title if it has no such words. */
  get lead(): string {
    return this.#ownLead === '' ? this.title : this.#ownLead;
  }

  get hasLead(): boolean {
    return this.#ownLead !== '';
  }

  get items(): ReadonlySet<string> {
    return (this.#items ??= itemsOf(this.#folded));
  }

  get siblings(): readonly Card[] {
    return this.holder.cards;
  }

  get #ownLead(): string {
    return (this.#lead ??= leadOf(this.#folded));
  }
}

/** The whole title. A title that was cut stands whole in the first note. */
function wholeTitle({ title, notes: [first] }: Topic): string {
  return title.endsWith('…') && first?.startsWith(title.slice(0, -1).trimEnd()) ? first : title;
}
