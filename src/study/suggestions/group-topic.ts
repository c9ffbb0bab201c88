import type { Outline, Place } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { needsOf, studyOrder } from './order.ts';
import type { Progress } from '../progress/progress.ts';
import { isOpen, leaves, standings } from '../topics/status.ts';
import { type Offer, type Reason, type Suggestion, whyNext } from './suggest.ts';

/** The group's topic, and two more from other sections for those whom it does not suit. */
export interface GroupTopic {
  readonly main: Suggestion;
  readonly others: readonly Suggestion[];
}

/** What was posted is not posted again for so long (14 days, in milliseconds), while there is anything else. */
export const GROUP_WINDOW = 14 * 24 * 60 * 60 * 1000;

const OTHERS = 2;

/**
 * What a group might study next, from the tracks.
 *
 * Nothing that more than half have done or skipped, and nothing within `GROUP_WINDOW` of its last post unless all else
 * is. What was posted least often goes first, so that every topic has its day before any has its second. Sections take
 * turns at giving the group's topic (the subsections, if there is but one track). Within a section every member votes
 * for the first topic, in the order of study, that is open to them and whose prerequisites are behind them; what the
 * group was shown before counts as behind, so that one who does nothing holds nobody up. The others come from further
 * sections where these have any left. A group of nobody follows the order of study.
 * @param input.past what was posted, with the group's topic before the others of its post, which have the same `at`
 * @param input.now epoch milliseconds
 * @returns null when most have finished everything
 */
export function chooseGroupTopic(input: {
  readonly outline: Outline;
  readonly members: ReadonlyMap<string, Progress>;
  readonly past: readonly Offer[];
  readonly now: number;
}): GroupTopic | null {
  const { outline, past, now } = input;
  const people: readonly Progress[] = input.members.size === 0 ? [new Map()] : [...input.members.values()];
  const history = readPast(past);
  const openTo = (place: Place): number => people.filter((person) => isOpenTo(person, place)).length;
  const lastPosted = (place: Place): number => history.get(place.id)?.last ?? -Infinity;

  const tracks = studyOrder(outline).filter((place) => place.top.kind === 'track');
  const wanted = tracks.filter((place) => openTo(place) >= people.length / 2);
  const rested = wanted.filter((place) => lastPosted(place) <= now - GROUP_WINDOW);
  const longestAgo = Math.min(...wanted.map(lastPosted));
  const pool = rested.length > 0 ? rested : wanted.filter((place) => lastPosted(place) === longestAgo);

  const sectionOf = sectionsOf(tracks);
  const inTurn = (places: readonly Place[], posts: readonly Offer[]): readonly Place[] => {
    const turn = longestWaiting(places.map(sectionOf), lastBySection(outline, posts, sectionOf));
    return places.filter((place) => sectionOf(place) === turn);
  };
  const elect = (places: readonly Place[]): Place | undefined => {
    const candidates = leastPosted(places, history);
    const votes = Map.groupBy(people, (person) =>
      candidates.find((place) => canTake(outline, person, place, history, now)),
    );
    return firstWithMost(candidates, (place) => votes.get(place)?.length ?? 0);
  };
  const why = (place: Place): Reason => {
    const offered = history.get(place.id)?.last;
    if (rested.length === 0 && offered !== undefined) return { kind: 'asked-again', offered };
    if (input.members.size === 0) return whyNext(outline, standings(outline, new Map()), place);
    return { kind: 'next-for-most', open: openTo(place), members: people.length };
  };

  const mains = past.filter(({ at }, index) => past[index - 1]?.at !== at);
  const main = elect(inTurn(leastPosted(pool, history), mains));
  if (main === undefined) return null;

  const chosen: Suggestion[] = [{ place: main, reason: why(main) }];
  while (chosen.length <= OTHERS) {
    const left = (rested.length > 0 ? rested : wanted).filter((place) =>
      chosen.every((other) => other.place !== place),
    );
    const elsewhere = left.filter((place) =>
      chosen.every((other) => sectionOf(other.place) !== sectionOf(place)),
    );
    const place = elect(elsewhere.length > 0 ? inTurn(elsewhere, past) : left);
    if (place === undefined) break;
    const variety: Reason = { kind: 'variety', section: sectionOf(place).title };
    chosen.push({ place, reason: elsewhere.length > 0 ? variety : why(place) });
  }
  const [first, ...others] = chosen;
  return first === undefined ? null : { main: first, others };
}

function isOpenTo(person: Progress, leaf: Place): boolean {
  return isOpen(person.get(leaf.id)?.state ?? 'todo');
}

/** Whether a member could take a topic up: what it needs, they have settled or the group was shown. */
function canTake(
  outline: Outline,
  person: Progress,
  place: Place,
  history: PostHistory,
  now: number,
): boolean {
  if (!isOpenTo(person, place) || (person.get(place.id)?.snoozedUntil ?? now) > now) return false;
  const needs = needsOf(outline, place).filter((need) => need.top.kind === 'track');
  return needs.flatMap(leaves).every((leaf) => history.has(leaf.id) || !isOpenTo(person, leaf));
}

function leastPosted(places: readonly Place[], history: PostHistory): readonly Place[] {
  const times = places.map((place) => history.get(place.id)?.times ?? 0);
  const least = Math.min(...times);
  return places.filter((_, index) => times[index] === least);
}

/** How sections are told apart: by track, or by subsection if there is but one. */
function sectionsOf(places: readonly Place[]): (place: Place) => Section {
  const tracks = new Set(places.map((place) => place.top));
  return tracks.size > 1 ? (place) => place.top : (place) => place.section;
}

/** How often and when last a topic was posted, by its id. */
type PostHistory = ReadonlyMap<string, { readonly times: number; readonly last: number }>;

function readPast(past: readonly Offer[]): PostHistory {
  const history = new Map<string, { times: number; last: number }>();
  for (const { topicId, at } of past) {
    const before = history.get(topicId) ?? { times: 0, last: at };
    history.set(topicId, { times: before.times + 1, last: Math.max(before.last, at) });
  }
  return history;
}

function lastBySection(
  outline: Outline,
  posts: readonly Offer[],
  sectionOf: (place: Place) => Section,
): ReadonlyMap<Section, number> {
  const last = new Map<Section, number>();
  for (const { topicId, at } of posts) {
    const place = outline.byId.get(topicId);
    if (place !== undefined) last.set(sectionOf(place), Math.max(at, last.get(sectionOf(place)) ?? at));
  }
  return last;
}

/** The section that waited longest; of several, the first. */
function longestWaiting(
  sections: readonly Section[],
  last: ReadonlyMap<Section, number>,
): Section | undefined {
  return firstWithMost(sections, (section) => -(last.get(section) ?? -Infinity));
}

/** The first of the items that have most of something. */
function firstWithMost<Item>(items: readonly Item[], amount: (item: Item) => number): Item | undefined {
  const most = Math.max(...items.map(amount));
  return items.find((item) => amount(item) === most);
}
