import { type Card, Heading } from './card.ts';

/** How much of their topics' titles two sections must share whose own titles have something in common. */
const SHARED_TOPICS = 0.5;
/** A word that so many titles of sections have tells none of them apart; looking through them all would take long. */
const COMMON = 40;

type Found = Map<Heading, Heading>;

/**
 * Finds where the sections went: where half of their topics stand by now, or else to the same place, or else to a title
 * with a word in common and half of the topics' titles. Theses and other context hang on it.
 * @param newOf where a topic went, as far as that is known
 */
export function matchHeadings(
  old: readonly Heading[],
  next: readonly Heading[],
  newOf: (old: Card) => Card | undefined,
): ReadonlyMap<Heading, Heading> {
  const found: Found = new Map();
  const taken = new Set<Heading>();
  const places = new Map(next.map((heading) => [heading.place, heading]));
  const byWord = indexByWord(next);
  for (const candidateOf of [
    (heading: Heading) => whereHalfWent(heading, newOf),
    (heading: Heading) => places.get(heading.place),
    (heading: Heading) => mostAlike(heading, byWord, taken),
  ]) {
    for (const heading of old) {
      if (found.has(heading)) continue;
      const candidate = candidateOf(heading);
      if (candidate === undefined || taken.has(candidate)) continue;
      found.set(heading, candidate);
      taken.add(candidate);
    }
  }
  return found;
}

function whereHalfWent(heading: Heading, newOf: (old: Card) => Card | undefined): Heading | undefined {
  const counts = new Map<Heading, number>();
  for (const card of heading.cards) {
    const holder = newOf(card)?.holder;
    if (holder instanceof Heading) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most !== undefined && 2 * most[1] >= heading.cards.length ? most[0] : undefined;
}

/** Of the sections that share a word and the numbers of the title, the only one that shares enough topics. */
function mostAlike(
  heading: Heading,
  byWord: ReadonlyMap<string, readonly Heading[]>,
  taken: ReadonlySet<Heading>,
): Heading | undefined {
  const titles = new Set(heading.cards.map(({ title }) => title));
  const alike = new Set(
    heading.title
      .split(' ')
      .map((word) => byWord.get(word) ?? [])
      .flatMap((having) => (having.length > COMMON ? [] : having))
      .filter((other) => !taken.has(other) && other.numbers === heading.numbers)
      .filter(({ cards }) => {
        const shared = cards.filter(({ title }) => titles.has(title)).length;
        return shared > 0 && shared >= SHARED_TOPICS * Math.max(titles.size, cards.length);
      }),
  );
  const [only, another] = alike;
  return another === undefined ? only : undefined;
}

function indexByWord(headings: readonly Heading[]): ReadonlyMap<string, readonly Heading[]> {
  const index = new Map<string, Heading[]>();
  for (const heading of headings) {
    for (const word of heading.title.split(' ')) {
      const having = index.get(word);
      if (having === undefined) index.set(word, [heading]);
      else having.push(heading);
    }
  }
  return index;
}
