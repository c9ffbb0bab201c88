import { atOnce } from '../in-turns.ts';
import { readInSteps, type ReadingWithMarks, type ReadOptions } from '../read.ts';
import type { Roadmap } from '../roadmap.ts';
import type { Edit, Place, SectionPlace } from './edit.ts';
import { openForEditing } from './open.ts';
import { plan } from './plan.ts';
import { laidOut } from './planned.ts';
import { allOf } from './section-lines.ts';
import { waysOf } from './ways-of.ts';
import { tried, withNeeds } from './writing.ts';

/** A changed file, and what became of its topics. */
export interface Edited {
  readonly source: string;
  /** What the file reads as now. */
  readonly roadmap: Roadmap;
  /** The old key by the new key. New topics are not in it. */
  readonly was: ReadonlyMap<string, string>;
  /** The old topics that were merged into one, by its new key. They are not in `was`. */
  readonly merged: ReadonlyMap<string, readonly string[]>;
  /** The keys of new topics. */
  readonly added: readonly string[];
  /** The old key of each section by its new key. New sections are not in it. */
  readonly sections: ReadonlyMap<string, string>;
}

const MARK = '\uFEFF';

/**
 * Changes a roadmap file by some edits, one after the other. Parts that they do not touch stay the same, byte for
 * byte. After each edit the file is read again and compared with the plan, so that nothing else can change.
 * @param options how the file is read
 * @throws EditError if an edit makes no sense, or the form of the file does not allow it
 * @throws RoadmapError if the file would be over the limits
 */
export function editRoadmap(source: string, edits: readonly Edit[], options: ReadOptions = {}): Edited {
  return atOnce(editInSteps(source, edits, options));
}

/**
 * Does the same as `editRoadmap`, and yields every few milliseconds. The original is read once. The result of each
 * edit is read once too, or more often if the first way to write it does not read as planned.
 */
export function* editInSteps(
  source: string,
  edits: readonly Edit[],
  options: ReadOptions = {},
): Generator<void, Edited> {
  const mark = source.startsWith(MARK) ? MARK : '';
  const text = source.slice(mark.length);
  const reading = yield* readInSteps(text, options);
  yield;
  const keys = [...laidOut(reading.roadmap).byKey.keys()];
  const sectionKeys = allOf(reading.roadmap.sections).map(({ key }) => key);
  let here: Stage = {
    text,
    reading,
    was: unchanged(keys),
    merged: new Map(),
    sections: unchanged(sectionKeys),
  };
  for (const edit of edits) here = yield* next(here, edit, options);
  const { roadmap } = here.reading;
  const { was, merged, sections } = here;
  const added = [...laidOut(roadmap).byKey.keys()].filter((key) => !was.has(key) && !merged.has(key));
  return { source: mark + here.text, roadmap, was, merged, added, sections };
}

function unchanged(keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(keys.map((key) => [key, key]));
}

/** A file between two edits. */
interface Stage extends Pick<Edited, 'was' | 'merged' | 'sections'> {
  /** The text without its byte order mark. */
  readonly text: string;
  readonly reading: ReadingWithMarks;
}

/**
 * Makes one edit.
 * @param edit its keys are those from before all edits
 */
function* next(here: Stage, edit: Edit, options: ReadOptions): Generator<void, Stage> {
  const now = new Map([...here.was].map(([key, was]) => [was, key]));
  for (const [key, olds] of here.merged) for (const old of olds) now.set(old, key);
  const merging = edit.kind === 'merge' ? [edit.key, edit.into] : [];
  const file = openForEditing(here.text, here.reading);
  yield;
  const planned = laidOut(file.roadmap);
  yield;
  const headings = new Map([...here.sections].map(([key, was]) => [was, key]));
  const translated = inKeysOfNow(edit, now, headings);
  plan(planned, translated);

  const written = yield* tried(file, planned, waysOf(file, planned, translated), options);
  yield;
  const { text, reading, pairs } = yield* withNeeds(planned, written, options);
  yield;
  const was = new Map<string, string>();
  const merged = new Map<string, readonly string[]>();
  for (const [one, topic] of pairs.topics) {
    const old = one.was === null ? undefined : here.was.get(one.was.key);
    const olds = one.was === null ? undefined : here.merged.get(one.was.key);
    const isLeafMerge = old !== undefined && old === merging[1] && topic.children.length === 0;
    if (isLeafMerge) merged.set(topic.key, merging);
    else if (old !== undefined) was.set(topic.key, old);
    else if (olds !== undefined) merged.set(topic.key, olds);
  }
  const sections = new Map<string, string>();
  for (const [{ was: old }, section] of pairs.sections) {
    const first = old === null ? undefined : here.sections.get(old.key);
    if (first !== undefined) sections.set(section.key, first);
  }
  return { text, reading, was, merged, sections };
}

function inKeysOfNow(
  edit: Edit,
  topics: ReadonlyMap<string, string>,
  sections: ReadonlyMap<string, string>,
): Edit {
  const key = (old: string): string => topics.get(old) ?? old;
  const section = (old: string): string => sections.get(old) ?? old;
  const beside = (place: Place): Place => ({
    ...place,
    key: place.in === 'section' ? section(place.key) : key(place.key),
  });
  const besideSection = (place: SectionPlace): SectionPlace =>
    place.in === 'roadmap' ? place : { ...place, key: section(place.key) };
  switch (edit.kind) {
    case 'add':
      return { ...edit, place: beside(edit.place) };
    case 'move':
      return { ...edit, key: key(edit.key), place: beside(edit.place) };
    case 'add-section':
      return { ...edit, place: besideSection(edit.place) };
    case 'move-section':
      return { ...edit, section: section(edit.section), place: besideSection(edit.place) };
    case 'merge':
      return { ...edit, key: key(edit.key), into: key(edit.into) };
    case 'needs':
      return { ...edit, key: key(edit.key), needs: edit.needs.map(key) };
    case 'methods':
    case 'head':
    case 'translate-head':
    case 'remove-section':
      return { ...edit, section: section(edit.section) };
    default:
      return { ...edit, key: key(edit.key) };
  }
}
