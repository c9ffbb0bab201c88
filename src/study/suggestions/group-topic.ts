import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import type { Progress } from '../progress/progress.ts';
import { standings } from '../topics/status.ts';
import { countedGroup, type GroupCount } from './group-count.ts';
import { studyOrder } from './order.ts';
import { type Offer, type Reason, type Suggestion, whyNext } from './suggest.ts';
import { DAY } from '../../time/units.ts';

/** The group's topic of the day, and two more from other sections for members whom it does not suit. */
export interface GroupTopic {
  readonly main: Suggestion;
  readonly others: readonly Suggestion[];
}

/** How long the topic of a day is not chosen again, unless all others were chosen too (30 days, in milliseconds). */
const GROUP_WINDOW = 30 * DAY;
/** On every fifth day a topic comes that was never chosen, even if the group is not ready for it. */
const TURN_OF_THE_BLOCKED = 5;

const OTHERS = 2;
/** A group without members is treated as one with a member who has not begun. */
const NOBODY_YET: Progress = new Map();
/** How long a topic that was in any post is not shown beside the topic of the day (14 days, in milliseconds). */
const OTHERS_WINDOW = 14 * DAY;
/** How long a topic that was in any post makes room for others as the topic of the day (3 days, in milliseconds). */
const JUST_SEEN = 3 * DAY;

/**
 * Chooses what a group might study next, from the tracks. Each step narrows what the step before has left. From step
 * 2 on, a step that would leave nothing is skipped.
 *
 * 1. Open: at least half of the members have neither done nor skipped it.
 * 2. Ready: most of those to whom it is open have settled the topics that it needs.
 * 3. Rested: it was not the topic of a day within `GROUP_WINDOW`, and in no post within `JUST_SEEN`.
 * 4. The section's share: its section had the fewest recent days for the number of its open topics. With a single
 * track, subsections count as sections.
 * 5. Least posted: it was the topic of a day least often, then most members are ready for it, then that was longest
 * ago, then the order of study.
 *
 * On every fifth day only topics that never had a day take part, ready or not, so that a group that does nothing
 * still sees the whole roadmap. The two others come from further sections if these have any topic left. A group
 * without members follows the order of study.
 * @param input.group its members, counted for this roadmap and this instant
 * @param input.past what was posted; the topic of a day comes before the others of its post, which have the same `at`
 * @param input.now epoch milliseconds
 * @returns null when most have finished everything
 */
export function chooseGroupTopic(input: {
  readonly outline: Outline;
  readonly group: GroupCount;
  readonly past: readonly Offer[];
  readonly now: number;
}): GroupTopic | null {
  const { outline, past, now } = input;
  const isEmpty = input.group.people === 0;
  const { people, openTo, readyFor } = isEmpty ? countedGroup(outline, now, [NOBODY_YET]) : input.group;
  const mains = past.filter(({ at }, index) => past[index - 1]?.at !== at);
  const days = readPast(mains);
  const history = readPast(past);
  const isReady = (node: TopicNode): boolean => readyFor(node) > 0 && 2 * readyFor(node) >= openTo(node);
  const lastDay = (node: TopicNode): number => days.get(node.id)?.last ?? -Infinity;
  const lastPosted = (node: TopicNode): number => history.get(node.id)?.last ?? -Infinity;

  const tracks = studyOrder(outline).filter((node) => node.top.kind === 'track');
  const wanted = tracks.filter((node) => openTo(node) >= people / 2);
  const pool = ((): readonly TopicNode[] => {
    const hadNone = wanted.filter((node) => !days.has(node.id));
    const isTheirTurn = mains.length % TURN_OF_THE_BLOCKED === TURN_OF_THE_BLOCKED - 1;
    if (isTheirTurn && hadNone.length > 0) return hadNone;
    const ready = orAll(wanted, isReady);
    return orAll(ready, (node) => lastDay(node) <= now - GROUP_WINDOW);
  })();
  const fresh = orAll(pool, (node) => lastPosted(node) <= now - JUST_SEEN);

  const sectionOf = sectionsOf(tracks);
  const topicsOf = Map.groupBy(wanted, sectionOf);
  const inTurn = (nodes: readonly TopicNode[], posts: readonly Offer[]): readonly TopicNode[] => {
    const lately = posts.filter(({ at }) => at > now - GROUP_WINDOW);
    const postedOf = Map.groupBy(
      lately.flatMap(({ topicId }) => outline.byId.get(topicId) ?? []),
      sectionOf,
    );
    // Half a post is added, as Sainte-Laguë does when dividing seats, so that small sections are neither preferred
    // nor left out.
    const share = (section: Section): number =>
      ((postedOf.get(section)?.length ?? 0) + 0.5) / (topicsOf.get(section)?.length ?? 1);
    const lastOf = (section: Section): number =>
      Math.max(-Infinity, ...(postedOf.get(section) ?? []).map(lastPosted));
    // Among sections with the same share, the one that has waited longest comes first.
    const waiting = nodes.map(sectionOf).toSorted((one, other) => compare(lastOf(one), lastOf(other)));
    const turn = firstWithMost(waiting, (section) => -share(section));
    return nodes.filter((node) => sectionOf(node) === turn);
  };
  const elect = (nodes: readonly TopicNode[], posts: PostHistory): TopicNode | undefined => {
    const last = (node: TopicNode): number => posts.get(node.id)?.last ?? -Infinity;
    const least = leastPosted(nodes, posts);
    return firstWithMost(
      least.toSorted((one, other) => compare(last(one), last(other))),
      readyFor,
    );
  };
  const why = (node: TopicNode): Reason => {
    const offered = lastDay(node);
    if (offered > now - GROUP_WINDOW) return { kind: 'asked-again', offered };
    if (isEmpty) return whyNext(outline, standings(outline, NOBODY_YET), node);
    return { kind: 'next-for-most', open: openTo(node), members: people };
  };

  const main = elect(inTurn(fresh, mains), days);
  if (main === undefined) return null;

  const chosen: Suggestion[] = [{ node: main, reason: why(main) }];
  while (chosen.length <= OTHERS) {
    const left = orAll(
      wanted.filter((node) => chosen.every((other) => other.node !== node)),
      (node) => lastPosted(node) <= now - OTHERS_WINDOW,
    );
    const elsewhere = left.filter((node) =>
      chosen.every((other) => sectionOf(other.node) !== sectionOf(node)),
    );
    const node = elect(elsewhere.length > 0 ? inTurn(elsewhere, past) : left, history);
    if (node === undefined) break;
    const variety: Reason = { kind: 'variety', section: sectionOf(node).title };
    chosen.push({ node, reason: elsewhere.length > 0 ? variety : why(node) });
  }
  const [first, ...others] = chosen;
  return first === undefined ? null : { main: first, others };
}

/** The items that meet a condition; all of them if none does. */
function orAll<Item>(items: readonly Item[], holds: (item: Item) => boolean): readonly Item[] {
  const held = items.filter(holds);
  return held.length > 0 ? held : items;
}

function leastPosted(nodes: readonly TopicNode[], history: PostHistory): readonly TopicNode[] {
  const times = nodes.map((node) => history.get(node.id)?.times ?? 0);
  const least = Math.min(...times);
  return nodes.filter((_, index) => times[index] === least);
}

/** The section of a topic: its track, or its subsection if there is only one track. */
function sectionsOf(nodes: readonly TopicNode[]): (node: TopicNode) => Section {
  const tracks = new Set(nodes.map((node) => node.top));
  return tracks.size > 1 ? (node) => node.top : (node) => node.section;
}

/** How often and when each topic was last posted, by its id. */
type PostHistory = ReadonlyMap<string, { readonly times: number; readonly last: number }>;

function readPast(past: readonly Offer[]): PostHistory {
  const history = new Map<string, { times: number; last: number }>();
  for (const { topicId, at } of past) {
    const before = history.get(topicId) ?? { times: 0, last: at };
    history.set(topicId, { times: before.times + 1, last: Math.max(before.last, at) });
  }
  return history;
}

/** Subtraction would not work, because the difference of two infinities is not a number. */
function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

/** The first of the items with the largest amount. */
function firstWithMost<Item>(items: readonly Item[], amount: (item: Item) => number): Item | undefined {
  const most = Math.max(...items.map(amount));
  return items.find((item) => amount(item) === most);
}
