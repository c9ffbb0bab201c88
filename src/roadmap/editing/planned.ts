import type { Method, Roadmap, Section, Topic } from '../roadmap.ts';
import { EditError } from './edit.ts';

/** A topic as it should be after an edit. */
export interface PlannedTopic {
  /** Null if it is new. */
  readonly was: Topic | null;
  title: string;
  titles: Topic['titles'];
  notes: readonly string[];
  resources: Topic['resources'];
  minutes: number | null;
  stage: Topic['stage'];
  /** The topics that come before it. They become keys when all keys are known. */
  needs: PlannedTopic[];
  children: PlannedTopic[];
}

export interface PlannedSection {
  /** Null if it is new. */
  readonly was: Section | null;
  title: string;
  titles: Section['titles'];
  /** Null if the section has none of its own, and those of the section around it apply. */
  methods: readonly Method[] | null;
  trackMethods: readonly Method[] | null;
  topics: PlannedTopic[];
  sections: PlannedSection[];
}

/** A roadmap as it should be after an edit. */
export interface Planned {
  readonly title: string;
  readonly sections: PlannedSection[];
  readonly byKey: ReadonlyMap<string, PlannedTopic>;
}

/** Makes a plan of a roadmap that changes nothing yet. */
export function laidOut(roadmap: Roadmap): Planned {
  const byKey = new Map<string, PlannedTopic>();
  const topic = (was: Topic): PlannedTopic => {
    const { title, titles, notes, resources, minutes, stage } = was;
    const own = { was, title, titles, notes, resources, minutes, stage };
    const planned: PlannedTopic = { ...own, needs: [], children: [] };
    byKey.set(was.key, planned);
    planned.children = was.children.map(topic);
    return planned;
  };
  const section = (was: Section): PlannedSection => ({
    was,
    title: was.title,
    titles: was.titles,
    methods: was.methods,
    trackMethods: was.trackMethods,
    topics: was.topics.map(topic),
    sections: was.sections.map(section),
  });
  const sections = roadmap.sections.map(section);
  for (const { was, needs } of byKey.values()) {
    needs.push(...(was?.needs ?? []).flatMap((key) => byKey.get(key) ?? []));
  }
  return { title: roadmap.title, sections, byKey };
}

/** The section with this key; undefined if there is none. */
export function sectionWith({ sections }: Planned, key: string): PlannedSection | undefined {
  return allSections(sections).find(({ was }) => was?.key === key);
}

/** Some sections with all sections in them. */
export function allSections(sections: readonly PlannedSection[]): readonly PlannedSection[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

/** A topic with all topics under it. */
export function* partsOf(topic: PlannedTopic): Generator<PlannedTopic> {
  yield topic;
  for (const child of topic.children) yield* partsOf(child);
}

/** Gives the thing that was looked for. @throws EditError if it does not exist */
export function found<T>(one: T | undefined, key: string): T {
  if (one === undefined) throw new EditError({ code: 'unknown', key });
  return one;
}

/** Every list of topics in the plan. Callers change these lists. */
export function listsIn({ sections }: Planned): readonly PlannedTopic[][] {
  const lists: PlannedTopic[][] = [];
  const inTopic = ({ children }: PlannedTopic): void => {
    lists.push(children);
    children.forEach(inTopic);
  };
  for (const { topics } of allSections(sections)) {
    lists.push(topics);
    topics.forEach(inTopic);
  }
  return lists;
}
