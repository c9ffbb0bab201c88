import type { Method, Roadmap, Section, Topic } from '../roadmap.ts';
import { linkTyped, tidied, titleInComment, titleTyped } from './typed.ts';
import { type Edit, EditError, type Place } from './edit.ts';

/** A topic as it is to be after an edit. */
export interface PlannedTopic {
  /** Null: it is new. */
  readonly was: Topic | null;
  title: string;
  titles: Topic['titles'];
  notes: readonly string[];
  resources: Topic['resources'];
  minutes: number | null;
  /** What comes before it; resolved to keys when those are known. */
  needs: PlannedTopic[];
  children: PlannedTopic[];
}

export interface PlannedSection {
  readonly was: Section;
  title: string;
  /** Null: whatever follows from the section around it. */
  methods: readonly Method[] | null;
  topics: PlannedTopic[];
  readonly sections: readonly PlannedSection[];
}

/** A roadmap as it is to be after an edit. */
export interface Planned {
  readonly sections: readonly PlannedSection[];
  readonly byKey: ReadonlyMap<string, PlannedTopic>;
}

/** Lays out a roadmap to be changed. */
export function laidOut(roadmap: Roadmap): Planned {
  const byKey = new Map<string, PlannedTopic>();
  const topic = (was: Topic): PlannedTopic => {
    const { title, titles, notes, resources, minutes } = was;
    const planned: PlannedTopic = { was, title, titles, notes, resources, minutes, needs: [], children: [] };
    byKey.set(was.key, planned);
    planned.children = was.children.map(topic);
    return planned;
  };
  const section = (was: Section): PlannedSection => ({
    was,
    title: was.title,
    methods: was.methods,
    topics: was.topics.map(topic),
    sections: was.sections.map(section),
  });
  const sections = roadmap.sections.map(section);
  for (const { was, needs } of byKey.values()) {
    needs.push(...(was?.needs ?? []).flatMap((key) => byKey.get(key) ?? []));
  }
  return { sections, byKey };
}

/**
 * Changes a plan by one edit: this alone says what an edit means, whatever form the file has.
 * @throws EditError where it makes no sense
 */
export function plan(planned: Planned, edit: Edit): void {
  const topic = (key: string): PlannedTopic => found(planned.byKey.get(key), key);
  switch (edit.kind) {
    case 'add':
      put(planned, edit.place, [newTopic(edit.title)]);
      break;
    case 'rename':
      topic(edit.key).title = visible(titleTyped(edit.title));
      break;
    case 'translate': {
      const { [edit.language]: _, ...others } = topic(edit.key).titles;
      topic(edit.key).titles =
        edit.title === null ? others : { ...others, [edit.language]: visible(titleInComment(edit.title)) };
      break;
    }
    case 'move': {
      const moved = topic(edit.key);
      if (edit.place.in !== 'section' && holds(moved, topic(edit.place.key))) {
        throw new EditError({ code: 'inside-itself' });
      }
      takeOut(planned, moved);
      put(planned, edit.place, [moved]);
      break;
    }
    case 'remove':
      removeNeeds(planned, takeOut(planned, topic(edit.key)), null);
      break;
    case 'merge':
      merge(planned, topic(edit.key), topic(edit.into));
      break;
    case 'split':
      put(planned, { in: 'topic', key: edit.key }, edit.titles.map(newTopic));
      break;
    case 'link':
      topic(edit.key).resources = [...topic(edit.key).resources, linkTyped(edit.link)];
      break;
    case 'note': {
      const note = tidied(edit.text);
      if (titleTyped(note.slice(0, 50)) === null) throw new EditError({ code: 'no-note' });
      topic(edit.key).notes = [...topic(edit.key).notes, note];
      break;
    }
    case 'unlink':
      topic(edit.key).resources = without(topic(edit.key).resources, edit);
      break;
    case 'unnote':
      topic(edit.key).notes = without(topic(edit.key).notes, edit);
      break;
    case 'head':
      found(sectionWith(planned, edit.section), edit.section).title = visible(titleTyped(edit.title));
      break;
    case 'needs':
      topic(edit.key).needs = edit.needs.map(topic);
      break;
    case 'minutes':
      topic(edit.key).minutes = edit.minutes;
      break;
    default: {
      const section = found(sectionWith(planned, edit.section), edit.section);
      forget(section);
      section.methods = edit.methods;
    }
  }
}

function without<T>(
  list: readonly T[],
  { at, key }: { readonly at: number; readonly key: string },
): readonly T[] {
  if (list[at] === undefined) throw new EditError({ code: 'unknown', key });
  return list.toSpliced(at, 1);
}

/** What a section asks for goes on to those in it that do not say it themselves. */
function forget(section: PlannedSection): void {
  section.methods = null;
  section.sections.forEach(forget);
}

function newTopic(title: string): PlannedTopic {
  return {
    was: null,
    title: visible(titleTyped(title)),
    titles: {},
    notes: [],
    resources: [],
    minutes: null,
    needs: [],
    children: [],
  };
}

function visible(title: string | null): string {
  if (title === null) throw new EditError({ code: 'no-title' });
  return title;
}

function merge(planned: Planned, from: PlannedTopic, into: PlannedTopic): void {
  if (holds(from, into) || holds(into, from)) throw new EditError({ code: 'inside-itself' });
  if ((from.children.length === 0) !== (into.children.length === 0)) {
    throw new EditError({ code: 'parts-and-none' });
  }
  takeOut(planned, from);
  into.notes = [...into.notes, ...from.notes];
  into.resources = [...into.resources, ...from.resources];
  into.children.push(...from.children);
  into.needs = [...new Set([...into.needs, ...from.needs])].filter((one) => one !== from && one !== into);
  removeNeeds(planned, [from], into);
}

/** Takes a topic out of its place. @returns it with all of its parts */
function takeOut(planned: Planned, topic: PlannedTopic): readonly PlannedTopic[] {
  for (const list of listsIn(planned)) {
    const at = list.indexOf(topic);
    if (at !== -1) list.splice(at, 1);
  }
  return [...partsOf(topic)];
}

/** What waited for topics that are gone waits for them no longer, or for what is in their place. */
function removeNeeds(planned: Planned, gone: readonly PlannedTopic[], instead: PlannedTopic | null): void {
  const lost = new Set(gone);
  for (const topic of planned.byKey.values()) {
    if (!topic.needs.some((need) => lost.has(need))) continue;
    const needs = topic.needs.flatMap((need) => (lost.has(need) ? (instead ?? []) : need));
    topic.needs = [...new Set(needs)].filter((need) => need !== topic);
  }
}

function put(planned: Planned, { in: where, key }: Place, topics: readonly PlannedTopic[]): void {
  if (where === 'section') {
    found(sectionWith(planned, key), key).topics.push(...topics);
    return;
  }
  const target = found(planned.byKey.get(key), key);
  if (where === 'topic') {
    target.children.push(...topics);
    return;
  }
  for (const list of listsIn(planned)) {
    const at = list.indexOf(target);
    if (at !== -1) list.splice(at + 1, 0, ...topics);
  }
}

/** Every list of topics, as it is. */
function listsIn({ sections }: Planned): readonly PlannedTopic[][] {
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

function sectionWith({ sections }: Planned, key: string): PlannedSection | undefined {
  return allSections(sections).find(({ was }) => was.key === key);
}

export function allSections(sections: readonly PlannedSection[]): readonly PlannedSection[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

function* partsOf(topic: PlannedTopic): Generator<PlannedTopic> {
  yield topic;
  for (const child of topic.children) yield* partsOf(child);
}

function holds(topic: PlannedTopic, other: PlannedTopic): boolean {
  return partsOf(topic).some((part) => part === other);
}

function found<T>(one: T | undefined, key: string): T {
  if (one === undefined) throw new EditError({ code: 'unknown', key });
  return one;
}
