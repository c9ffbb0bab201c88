import { hash } from 'node:crypto';
import type { Roadmap, Section, Topic } from './roadmap.ts';

/** A topic in its place, as rules and views get it. Its `id` is opaque and short, and never changes. */
export interface TopicNode {
  readonly id: string;
  readonly topic: Topic;
  /** The section it stands in, and the top-level section around that. They are often the same. */
  readonly section: Section;
  readonly top: Section;
  readonly parent: TopicNode | null;
  readonly children: readonly TopicNode[];
  /** Titles from the top-level section down to its parent: `['Main Roadmap', 'More on Databases']`. */
  readonly path: readonly string[];
  /** Its position in the file, counted from 0. */
  readonly order: number;
}

/** A roadmap with every topic at hand: in file order, by id and by key. Immutable. */
export interface Outline {
  readonly id: string;
  readonly tree: Roadmap;
  readonly nodes: readonly TopicNode[];
  readonly byId: ReadonlyMap<string, TopicNode>;
  readonly byKey: ReadonlyMap<string, TopicNode>;
}

/**
 * The id of a topic that is new in a roadmap: 12 characters made from the roadmap and the topic's first key. The id
 * stays when the key changes. It has 72 bits: among a million topics two collide once in ten billion tries.
 */
export function topicId(roadmapId: string, key: string): string {
  return hash('sha256', `${roadmapId}\n${key}`, 'base64url').slice(0, 12);
}

/** Every topic of a roadmap, in file order. */
export function* topicsOf({ sections }: Pick<Roadmap, 'sections'>): Generator<Topic> {
  for (const { topics, sections: inner } of sections) {
    for (const topic of topics) yield* partsOf(topic);
    yield* topicsOf({ sections: inner });
  }
}

function* partsOf(topic: Topic): Generator<Topic> {
  yield topic;
  for (const child of topic.children) yield* partsOf(child);
}

/**
 * Lays out a roadmap: every topic with its id, section, parent, children and breadcrumb.
 * @param ids the ids of its topics by key; a topic that is missing there is new, and gets the id that new topics get
 */
export function outline(id: string, roadmap: Roadmap, ids: ReadonlyMap<string, string> = new Map()): Outline {
  const nodes: TopicNode[] = [];

  const node = (
    topic: Topic,
    section: Section,
    top: Section,
    parent: TopicNode | null,
    path: readonly string[],
  ): TopicNode => {
    const children: TopicNode[] = [];
    const here: TopicNode = {
      id: ids.get(topic.key) ?? topicId(id, topic.key),
      topic,
      section,
      top,
      parent,
      children,
      path,
      order: nodes.length,
    };
    nodes.push(here);
    for (const child of topic.children)
      children.push(node(child, section, top, here, [...path, topic.title]));
    return here;
  };
  const walk = (section: Section, top: Section, path: readonly string[]): void => {
    const inside = [...path, section.title];
    for (const topic of section.topics) node(topic, section, top, null, inside);
    for (const child of section.sections) walk(child, top, inside);
  };
  for (const section of roadmap.sections) walk(section, section, []);

  return {
    id,
    tree: roadmap,
    nodes,
    byId: new Map(nodes.map((p) => [p.id, p])),
    byKey: new Map(nodes.map((p) => [p.topic.key, p])),
  };
}
