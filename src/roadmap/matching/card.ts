import { wordsIn } from '../../text/fold.ts';
import { OWN_SECTION, type Section, type Topic } from '../roadmap.ts';
import { foldAddress } from './address.ts';
import { comparedWords, foldTitle, isBareAddress, itemsOf, leadOf, numbersIn } from './folding.ts';

/** A section of one version as it is compared. */
export class Heading {
  /** Folded; empty for what stands right below the title of the file. */
  readonly title: string;
  /** The folded titles from the top down to its own. */
  readonly place: string;
  readonly numbers: string;
  readonly cards: Card[] = [];

  constructor(section: Section, above: string) {
    // A new title of the file must not tear apart what stands right below it.
    const folded = section.key === OWN_SECTION ? '' : foldTitle(section.title);
    this.title = wordsIn(folded).join(' ');
    this.numbers = numbersIn(folded);
    this.place = `${above}/${this.title}`;
  }
}

/**
 * A topic of one version as it is compared. What every step looks at is worked out at once, the rest when it is asked
 * for, which is for the few topics that the first steps leave.
 */
export class Card {
  readonly key: string;
  /** Whether the file names the key; one that is made of titles says no more than they do. */
  readonly declared: boolean;
  /** Folded: its words and nothing else. */
  readonly title: string;
  readonly place: string;
  readonly holder: Heading | Card;
  /** Where among the topics of its holder it stands, counted from 0. */
  readonly position: number;
  /** Its parts. */
  readonly cards: Card[] = [];
  readonly links: readonly string[];
  /** The links as one text, empty if there are none. */
  readonly linkSet: string;
  readonly bareAddress: boolean;
  /** As it is written, with what ends a lead or an item. */
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

  /** What introduces a longer title; the whole of one that is introduced by nothing. */
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

/** A title that was cut stands whole in the first note. */
function wholeTitle({ title, notes: [first] }: Topic): string {
  return title.endsWith('…') && first?.startsWith(title.slice(0, -1).trimEnd()) ? first : title;
}
