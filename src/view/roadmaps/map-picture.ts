import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { type Heading, headingsOf } from '../../roadmap/headings.ts';
import type { Present } from '../../study/suggestions/present.ts';
import type { MapState } from '../../study/topics/map-states.ts';
import { percent } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { plain } from '../escape.ts';
import type { MapFrame } from '../pictures/map.ts';
import type { Island } from '../pictures/map-islands.ts';
import type { OverviewPicture } from '../pictures/map-overview.ts';
import type { SectionPicture } from '../pictures/map-section.ts';

/** A roadmap with the state of one member or of a group. */
export interface RoadmapMap {
  readonly whose: 'own' | 'group';
  readonly outline: Outline;
  /** By topic id. Topics without a state are not on the map. */
  readonly states: ReadonlyMap<string, MapState>;
  /** How many members of the group let others see their topics; 1 for the member's own map. */
  readonly people: number;
  /** The reader's present topic, or the one to start next. */
  readonly here: Present | null;
}

/**
 * For a group of this size, a percentage is shown instead of a fraction, which would leave too little room for
 * titles.
 */
const LARGE_GROUP = 100;

/** A section with topics of its own. */
export interface MapSection extends Heading {
  readonly title: string;
  readonly nodes: readonly TopicNode[];
}

/** The islands of a map, in file order. */
export function sectionsOf(words: Words, { outline, states }: RoadmapMap): readonly MapSection[] {
  return headingsOf(outline)
    .map((heading) => ({
      ...heading,
      title: plain(heading.section.title),
      nodes: outline.nodes.filter((node) => node.section === heading.section && states.has(node.id)),
    }))
    .filter(({ nodes }) => nodes.length > 0);
}

/** The title of the map. */
export function mapTitle(words: Words, { outline }: RoadmapMap): string {
  return plain(outline.tree.title);
}

/** The count of the whole map: "27 of 87 done", or for a group a percentage. */
export function mapCount(words: Words, map: RoadmapMap): string {
  return countOf(words, map, studiedNodes(map));
}

function studiedNodes({ outline }: RoadmapMap): readonly TopicNode[] {
  return outline.nodes.filter((node) => node.top.kind === 'track');
}

/** The count of one section: "20 of 37 done". */
export function sectionCount(words: Words, map: RoadmapMap, { nodes }: MapSection): string {
  return countOf(words, map, nodes);
}

function countOf(words: Words, map: RoadmapMap, nodes: readonly TopicNode[]): string {
  const { done, of } = totals(map, nodes);
  return map.whose === 'own'
    ? words.progress.doneOf(done, of)
    : words.map.groupCount(words.percent(percent(done, of)), map.people);
}

/** The shortest form: "20/37", "24%". */
export function shortCount(words: Words, map: RoadmapMap, { nodes }: MapSection): string {
  const { done, of } = totals(map, nodes);
  return map.whose === 'own' ? `${done}/${of}` : words.percent(percent(done, of));
}

/** What is done of some topics, and what is proven; 0 to 1. A group's map shows no share of what is proven. */
function shareOf(map: RoadmapMap, nodes: readonly TopicNode[]): MapFrame['share'] {
  const { done, of } = totals(map, nodes);
  const isProven = ({ id, children }: TopicNode): boolean =>
    children.length === 0 && map.states.get(id)?.mark === 'proven';
  const proven = map.whose === 'own' ? nodes.filter(isProven).length : 0;
  return of === 0 ? { done: 0, proven: 0 } : { done: done / of, proven: proven / of };
}

/** Counts leaves. For a group, each leaf counts once for each of its people. */
function totals({ whose, states }: RoadmapMap, nodes: readonly TopicNode[]): { done: number; of: number } {
  const total = { done: 0, of: 0 };
  for (const { id, children } of nodes) {
    const state = states.get(id);
    if (state === undefined || children.length > 0) continue;
    // A stage of the career direction counts as one, even if it stands for a whole track.
    const own = { done: isDone(state) ? 1 : 0, of: state.mark === 'skipped' ? 0 : 1 };
    const { done, of } = whose === 'own' ? own : state;
    total.done += done;
    total.of += of;
  }
  return total;
}

function isDone({ mark }: MapState): boolean {
  return mark === 'done' || mark === 'proven';
}

/** The title of a topic on the map. */
export function topicTitle(words: Words, { topic }: TopicNode): string {
  return plain(topic.title);
}

/** What the reader's place is called: "You're here", or "Next" for a topic that they have not begun. */
export function placeName({ map: say }: Words, { isBegun }: Present): string {
  return isBegun ? say.youAreHere : say.next;
}

/** The roadmap with each section as an island. */
export function overviewPicture(words: Words, map: RoadmapMap): OverviewPicture {
  const { here } = map;
  return {
    kind: 'overview',
    locale: words.locale,
    title: mapTitle(words, map),
    count: mapCount(words, map),
    share: shareOf(map, studiedNodes(map)),
    legend: words.map.legend[map.whose],
    islands: sectionsOf(words, map).map((section, index) => island(words, map, section, index)),
    here:
      here === null
        ? null
        : { topic: here.node.id, label: placeName(words, here), title: topicTitle(words, here.node) },
  };
}

function island(words: Words, map: RoadmapMap, section: MapSection, index: number): Island {
  const leaves = section.nodes.filter(({ children }) => children.length === 0);
  return {
    title: section.title,
    spare: words.map.section(index + 1),
    count: shortCount(words, map, section),
    nodes: leaves.map(({ id, parent }, at) => ({
      topic: id,
      ...markOf(map, id),
      isLinked: parent !== null && parent === leaves[at - 1]?.parent,
    })),
  };
}

/** One section with the titles of its topics. */
export function sectionPicture(words: Words, map: RoadmapMap, section: MapSection): SectionPicture {
  const { whose, states, here } = map;
  return {
    kind: 'section',
    locale: words.locale,
    title: section.title,
    count: sectionCount(words, map, section),
    share: shareOf(map, section.nodes),
    legend: words.map.legend[whose],
    topics: section.nodes.map((node, index) => {
      const { done, of } = states.get(node.id) ?? { done: 0, of: 0 };
      const isParent = node.children.length > 0;
      return {
        topic: node.id,
        ...markOf(map, node.id),
        title: topicTitle(words, node),
        spare: words.map.topic(index + 1),
        depth: depthOf(node),
        isParent,
        note: whose === 'own' || isParent ? null : groupNote(words, done, of),
      };
    }),
    here:
      here === null
        ? null
        : { topic: here.node.id, label: here.isBegun ? words.map.here : words.map.nextHere },
  };
}

/** How many of the group have done a topic: "3/5", or for a large group the percentage, which is shorter. */
function groupNote(words: Words, done: number, of: number): string {
  return of < LARGE_GROUP ? `${done}/${of}` : words.percent(percent(done, of));
}

function markOf({ states }: RoadmapMap, id: string) {
  const { mark, done, of } = states.get(id) ?? { mark: 'todo' as const, done: 0, of: 0 };
  return { mark, share: of === 0 ? 0 : done / of };
}

function depthOf(node: TopicNode): number {
  return node.parent === null ? 0 : depthOf(node.parent) + 1;
}
