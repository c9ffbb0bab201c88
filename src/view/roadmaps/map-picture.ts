import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { type Heading, headingsOf } from '../../roadmap/headings.ts';
import type { MapState } from '../../study/topics/map-states.ts';
import { percent } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { plain } from '../escape.ts';
import type { Island, OverviewPicture } from '../pictures/map-overview.ts';
import type { SectionPicture } from '../pictures/map-section.ts';

/** A roadmap as one member stands in it, or as a group does. */
export interface RoadmapMap {
  readonly whose: 'own' | 'group';
  readonly outline: Outline;
  /** By topic id; what is left out is not on the map. */
  readonly states: ReadonlyMap<string, MapState>;
  /** How many of the group let it see what they do; 1 for one's own. */
  readonly people: number;
  /** Where the reader is. */
  readonly here: TopicNode | null;
}

/** From so many people on, a fraction would take the room of a topic's title. */
const LARGE_GROUP = 100;

/** A section that holds topics of its own, with those. */
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

export function mapTitle(words: Words, { outline }: RoadmapMap): string {
  return plain(outline.tree.title);
}

/** The whole map: "27 of 87 done", or for a group how far it is. */
export function mapCount(words: Words, map: RoadmapMap): string {
  return countOf(
    words,
    map,
    map.outline.nodes.filter((node) => node.top.kind === 'track'),
  );
}

/** "20 of 37 done", of one section. */
export function sectionCount(words: Words, map: RoadmapMap, { nodes }: MapSection): string {
  return countOf(words, map, nodes);
}

function countOf(words: Words, map: RoadmapMap, nodes: readonly TopicNode[]): string {
  const { done, of } = totals(map, nodes);
  return map.whose === 'own'
    ? words.progress.doneOf(done, of)
    : words.map.groupCount(words.percent(percent(done, of)), map.people);
}

/** The same as short as it can be: "20/37", "24%". */
export function shortCount(words: Words, map: RoadmapMap, { nodes }: MapSection): string {
  const { done, of } = totals(map, nodes);
  return map.whose === 'own' ? `${done}/${of}` : words.percent(percent(done, of));
}

/** Leaves, and of a group each leaf once for each of its people. */
function totals({ whose, states }: RoadmapMap, nodes: readonly TopicNode[]): { done: number; of: number } {
  const total = { done: 0, of: 0 };
  for (const { id, children } of nodes) {
    const state = states.get(id);
    if (state === undefined || children.length > 0) continue;
    // A stage of the career direction stands for a whole track, and counts as one all the same.
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

export function topicTitle(words: Words, { topic }: TopicNode): string {
  return plain(topic.title);
}

/** The roadmap with each section as an island. */
export function overviewPicture(words: Words, map: RoadmapMap): OverviewPicture {
  const { here } = map;
  return {
    kind: 'overview',
    locale: words.locale,
    title: mapTitle(words, map),
    count: mapCount(words, map),
    legend: words.map.legend[map.whose],
    islands: sectionsOf(words, map).map((section, index) => island(words, map, section, index)),
    here:
      here === null ? null : { topic: here.id, label: words.map.youAreHere, title: topicTitle(words, here) },
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
    here: here === null ? null : { topic: here.id, label: words.map.here },
  };
}

/** How many of the group have done a topic: "3/5", or of a large group the percentage, which is shorter. */
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
