import type { Titles } from '../roadmap.ts';
import { type Edit, EditError, type Place } from './edit.ts';
import { forgetTrack, putSection, takeOutSection } from './plan-sections.ts';
import {
  allSections,
  found,
  listsIn,
  partsOf,
  type Planned,
  type PlannedSection,
  type PlannedTopic,
  sectionWith,
} from './planned.ts';
import { linkTyped, tidied, titleInComment, titleTyped } from './typed.ts';

/**
 * Changes a plan by one edit. This alone says what an edit means, whatever form the file has.
 * @throws EditError if the edit makes no sense
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
    case 'translate':
      topic(edit.key).titles = translated(topic(edit.key).titles, edit);
      break;
    case 'translate-head': {
      const section = found(sectionWith(planned, edit.section), edit.section);
      section.titles = translated(section.titles, edit);
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
    case 'note':
      topic(edit.key).notes = [...topic(edit.key).notes, noteTyped(edit.text)];
      break;
    case 'unlink':
      topic(edit.key).resources = replaced(topic(edit.key).resources, edit);
      break;
    case 'unnote':
      topic(edit.key).notes = replaced(topic(edit.key).notes, edit);
      break;
    case 'relink':
      topic(edit.key).resources = replaced(topic(edit.key).resources, edit, linkTyped(edit.link));
      break;
    case 'renote':
      topic(edit.key).notes = replaced(topic(edit.key).notes, edit, noteTyped(edit.text));
      break;
    case 'add-section':
      if (edit.titles.length === 0) throw new EditError({ code: 'no-topics' });
      putSection(planned, edit.place, newSection(edit));
      break;
    case 'move-section': {
      const moved = found(sectionWith(planned, edit.section), edit.section);
      const { place } = edit;
      const isInside =
        place.in !== 'roadmap' && allSections([moved]).some(({ was }) => was?.key === place.key);
      if (isInside) throw new EditError({ code: 'inside-itself' });
      takeOutSection(planned, moved);
      putSection(planned, place, moved);
      forget(moved);
      break;
    }
    case 'remove-section': {
      const gone = found(sectionWith(planned, edit.section), edit.section);
      takeOutSection(planned, gone);
      removeNeeds(planned, topicsIn(gone), null);
      forgetTrack(planned, edit.section);
      break;
    }
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

function translated(
  titles: Titles,
  { language, title }: Extract<Edit, { kind: 'translate' | 'translate-head' }>,
): Titles {
  const { [language]: _, ...others } = titles;
  return title === null ? others : { ...others, [language]: visible(titleInComment(title)) };
}

/** A list with one item replaced by others. */
function replaced<T>(
  list: readonly T[],
  { at, key }: { readonly at: number; readonly key: string },
  ...others: readonly T[]
): readonly T[] {
  if (list[at] === undefined) throw new EditError({ code: 'unknown', key });
  return list.toSpliced(at, 1, ...others);
}

function noteTyped(typed: string): string {
  const note = tidied(typed);
  if (titleTyped(note.slice(0, 50)) === null) throw new EditError({ code: 'no-note' });
  return note;
}

/** Makes the sections in a section use its methods again, if they have none of their own. */
function forget(section: PlannedSection): void {
  section.methods = null;
  section.trackMethods = null;
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
    stage: null,
    needs: [],
    children: [],
  };
}

function newSection(titled: Extract<Edit, { kind: 'add-section' }>): PlannedSection {
  return {
    was: null,
    title: visible(titleTyped(titled.title)),
    titles: {},
    methods: null,
    trackMethods: null,
    topics: titled.titles.map(newTopic),
    sections: [],
  };
}

function topicsIn(section: PlannedSection): readonly PlannedTopic[] {
  return allSections([section]).flatMap(({ topics }) => topics.flatMap((topic) => [...partsOf(topic)]));
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

/**
 * Removes a topic from its place.
 * @returns the topic and all its parts
 */
function takeOut(planned: Planned, topic: PlannedTopic): readonly PlannedTopic[] {
  for (const list of listsIn(planned)) {
    const at = list.indexOf(topic);
    if (at !== -1) list.splice(at, 1);
  }
  return [...partsOf(topic)];
}

/** Removes the needs for topics that are gone, or replaces them by the needs for another topic. */
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
    if (at !== -1) list.splice(where === 'before' ? at : at + 1, 0, ...topics);
  }
}

function holds(topic: PlannedTopic, other: PlannedTopic): boolean {
  return partsOf(topic).some((part) => part === other);
}
