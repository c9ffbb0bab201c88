import type { Outline, TopicNode } from '../../roadmap/outline.ts';
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
  const openTo = (node: TopicNode): number => people.filter((person) => isOpenTo(person, node)).length;
  const lastPosted = (node: TopicNode): number => history.get(node.id)?.last ?? -Infinity;

  const tracks = studyOrder(outline).filter((node) => node.top.kind === 'track');
  const wanted = tracks.filter((node) => openTo(node) >= people.length / 2);
  const rested = wanted.filter((node) => lastPosted(node) <= now - GROUP_WINDOW);
  const longestAgo = Math.min(...wanted.map(lastPosted));
  const pool = rested.length > 0 ? rested : wanted.filter((node) => lastPosted(node) === longestAgo);

  const sectionOf = sectionsOf(tracks);
  const inTurn = (nodes: readonly TopicNode[], posts: readonly Offer[]): readonly TopicNode[] => {
    const turn = longestWaiting(nodes.map(sectionOf), lastBySection(outline, posts, sectionOf));
    return nodes.filter((node) => sectionOf(node) === turn);
  };
  const elect = (nodes: readonly TopicNode[]): TopicNode | undefined => {
    const candidates = leastPosted(nodes, history);
    const votes = Map.groupBy(people, (person) =>
      candidates.find((node) => canTake(outline, person, node, history, now)),
    );
    return firstWithMost(candidates, (node) => votes.get(node)?.length ?? 0);
  };
  const why = (node: TopicNode): Reason => {
    const offered = history.get(node.id)?.last;
    if (rested.length === 0 && offered !== undefined) return { kind: 'asked-again', offered };
    if (input.members.size === 0) return whyNext(outline, standings(outline, new Map()), node);
    return { kind: 'next-for-most', open: openTo(node), members: people.length };
  };

  const mains = past.filter(({ at }, index) => past[index - 1]?.at !== at);
  const main = elect(inTurn(leastPosted(pool, history), mains));
  if (main === undefined) return null;

  const chosen: Suggestion[] = [{ node: main, reason: why(main) }];
  while (chosen.length <= OTHERS) {
    const left = (rested.length > 0 ? rested : wanted).filter((node) =>
      chosen.every((other) => other.node !== node),
    );
    const elsewhere = left.filter((node) =>
      chosen.every((other) => sectionOf(other.node) !== sectionOf(node)),
    );
    const node = elect(elsewhere.length > 0 ? inTurn(elsewhere, past) : left);
    if (node === undefined) break;
    const variety: Reason = { kind: 'variety', section: sectionOf(node).title };
    chosen.push({ node, reason: elsewhere.length > 0 ? variety : why(node) });
  }
  const [first, ...others] = chosen;
  return first === undefined ? null : { main: first, others };
}

function isOpenTo(person: Progress, leaf: TopicNode): boolean {
  return isOpen(person.get(leaf.id)?.state ?? 'todo');
}

/** Whether a member could take a topic up: what it needs, they have settled or the group was shown. */
function canTake(
  outline: Outline,
  person: Progress,
  node: TopicNode,
  history: PostHistory,
  now: number,
): boolean {
  if (!isOpenTo(person, node) || (person.get(node.id)?.snoozedUntil ?? now) > now) return false;
  const needs = needsOf(outline, node).filter((need) => need.top.kind === 'track');
  return needs.flatMap(leaves).every((leaf) => history.has(leaf.id) || !isOpenTo(person, leaf));
}

function leastPosted(nodes: readonly TopicNode[], history: PostHistory): readonly TopicNode[] {
  const times = nodes.map((node) => history.get(node.id)?.times ?? 0);
  const least = Math.min(...times);
  return nodes.filter((_, index) => times[index] === least);
}

/** How sections are told apart: by track, or by subsection if there is but one. */
function sectionsOf(nodes: readonly TopicNode[]): (node: TopicNode) => Section {
  const tracks = new Set(nodes.map((node) => node.top));
  return tracks.size > 1 ? (node) => node.top : (node) => node.section;
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
  sectionOf: (node: TopicNode) => Section,
): ReadonlyMap<Section, number> {
  const last = new Map<Section, number>();
  for (const { topicId, at } of posts) {
    const node = outline.byId.get(topicId);
    if (node !== undefined) last.set(sectionOf(node), Math.max(at, last.get(sectionOf(node)) ?? at));
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
