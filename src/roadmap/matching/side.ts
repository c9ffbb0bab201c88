import type { Roadmap, Section, Topic } from '../roadmap.ts';
import { Card, Heading } from './card.ts';

/** How often each value occurs in a whole version. */
export type Tally = ReadonlyMap<string, number>;

/** A version, prepared for comparison. */
export class Side {
  /** In file order. */
  readonly cards: readonly Card[];
  readonly headings: readonly Heading[];
  readonly byKey: ReadonlyMap<string, Card>;
  readonly titles: Tally;
  readonly links: Tally;
  #leads: Tally | null = null;

  constructor(cards: readonly Card[], headings: readonly Heading[]) {
    this.cards = cards;
    this.headings = headings;
    this.byKey = new Map(cards.map((card) => [card.key, card]));
    this.titles = tally(cards.map(({ title }) => title));
    this.links = tally(cards.flatMap(({ links }) => links));
  }

  get leads(): Tally {
    return (this.#leads ??= tally(this.cards.map(({ lead }) => lead)));
  }
}

/** How many topics are prepared between two turns of the event loop. */
const AT_A_TIME = 100;

/** Prepares a version for comparison. */
export function* sideOf({ sections }: Roadmap): Generator<void, Side> {
  const cards: Card[] = [];
  const headings: Heading[] = [];

  function* lay(topics: readonly Topic[], holder: Heading | Card): Generator<void> {
    for (const [position, topic] of topics.entries()) {
      const card = new Card(topic, holder, position);
      cards.push(card);
      holder.cards.push(card);
      if (cards.length % AT_A_TIME === 0) yield;
      yield* lay(topic.children, card);
    }
  }
  function* walk(section: Section, above: string): Generator<void> {
    const heading = new Heading(section, above);
    headings.push(heading);
    yield* lay(section.topics, heading);
    for (const inner of section.sections) yield* walk(inner, heading.place);
  }
  for (const section of sections) yield* walk(section, '');

  return new Side(cards, headings);
}

function tally(values: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
