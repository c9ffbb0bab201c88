import { type Card, Heading } from './card.ts';

/** How much of their topics' titles two sections must share, if their own titles share words. */
const SHARED_TOPICS = 0.5;
/**
 * A word in more section titles than this is not looked up: it distinguishes none of them, and looking through all
 * would be slow.
 */
const COMMON = 40;

type Found = Map<Heading, Heading>;

/**
 * Finds the new section of each old one. A section is found by where half of its topics went, else by the same place,
 * else by a shared word in its title and half of its topics' titles. Theses and other context of a section follow it.
 * @param newOf the new key of a topic, as far as it is known
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

/** Of the sections that share a word and the numbering of a title, the only one that shares enough topics, or null. */
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
