import { atOnce } from '../in-turns.ts';
import { readInSteps, type ReadingWithMarks, type ReadOptions } from '../read.ts';
import { RoadmapError } from '../roadmap-error.ts';
import type { Roadmap, Section, Topic } from '../roadmap.ts';
import { pairUp, type Pairs } from './compare.ts';
import { type Edit, EditError } from './edit.ts';
import { bare, type EditedFile, openForEditing } from './open.ts';
import { allSections, laidOut, plan, type Planned, type PlannedTopic } from './plan.ts';
import { withDirective } from './directive.ts';
import {
  addLine,
  addTopics,
  type Anchor,
  direct,
  dropLine,
  mergeTopic,
  moveTopic,
  removeTopic,
  retitle,
  retitleSection,
  type Ways,
} from './ways.ts';
import { bareLabel, linkTyped, tidied, titleInComment, writtenLink } from './typed.ts';

/** A file that was changed, and which of its topics is which. */
export interface Edited {
  readonly source: string;
  /** What it reads as. */
  readonly roadmap: Roadmap;
  /** Old key by new key; a topic that is new is not in it. */
  readonly was: ReadonlyMap<string, string>;
  /** The old topics that became one, by its new key; those are not in `was`. */
  readonly merged: ReadonlyMap<string, readonly string[]>;
  /** The topics that are new, by key. */
  readonly added: readonly string[];
}

const MARK = '\uFEFF';

/**
 * Changes a roadmap file by some edits, one after the other. What they do not touch stays byte for byte. What the file
 * reads as afterwards is held against what was meant, so that nothing else changes with it.
 * @param options how the file is read
 * @throws EditError if an edit makes no sense, or the form of the file does not let it be made
 * @throws RoadmapError if the file would be over the limits
 */
export function editRoadmap(source: string, edits: readonly Edit[], options: ReadOptions = {}): Edited {
  return atOnce(editInSteps(source, edits, options));
}

/**
 * Does the same as `editRoadmap`, and yields every few milliseconds. The file is read once, and what it becomes once for
 * each edit, unless the first way to write that does not read as it is meant.
 */
export function* editInSteps(
  source: string,
  edits: readonly Edit[],
  options: ReadOptions = {},
): Generator<void, Edited> {
  const mark = source.startsWith(MARK) ? MARK : '';
  const text = source.slice(mark.length);
  const reading = yield* readInSteps(text, options);
  const keys = [...laidOut(reading.roadmap).byKey.keys()];
  let here: Stage = { text, reading, was: new Map(keys.map((key) => [key, key])), merged: new Map() };
  for (const edit of edits) here = yield* next(here, edit, options);
  const { roadmap } = here.reading;
  const { was, merged } = here;
  const added = [...laidOut(roadmap).byKey.keys()].filter((key) => !was.has(key) && !merged.has(key));
  return { source: mark + here.text, roadmap, was, merged, added };
}

/** A file between two edits. */
interface Stage extends Pick<Edited, 'was' | 'merged'> {
  /** Without its byte order mark. */
  readonly text: string;
  readonly reading: ReadingWithMarks;
}

/** @param edit by the keys of the beginning */
function* next(here: Stage, edit: Edit, options: ReadOptions): Generator<void, Stage> {
  const now = new Map([...here.was].map(([key, was]) => [was, key]));
  for (const [key, olds] of here.merged) for (const old of olds) now.set(old, key);
  const merging = edit.kind === 'merge' ? [edit.key, edit.into] : [];
  const file = openForEditing(here.text, here.reading);
  yield;
  const planned = laidOut(file.roadmap);
  const translated = inKeysOfNow(edit, now);
  plan(planned, translated);

  const written = yield* tried(file, planned, waysOf(file, planned, translated), options);
  const { text, reading, pairs } = yield* withNeeds(planned, written, options);
  const was = new Map<string, string>();
  const merged = new Map<string, readonly string[]>();
  for (const [one, topic] of pairs) {
    const old = one.was === null ? undefined : here.was.get(one.was.key);
    const olds = one.was === null ? undefined : here.merged.get(one.was.key);
    const isLeafMerge = old !== undefined && old === merging[1] && topic.children.length === 0;
    if (isLeafMerge) merged.set(topic.key, merging);
    else if (old !== undefined) was.set(topic.key, old);
    else if (olds !== undefined) merged.set(topic.key, olds);
  }
  return { text, reading, was, merged };
}

function inKeysOfNow(edit: Edit, now: ReadonlyMap<string, string>): Edit {
  const key = (old: string): string => now.get(old) ?? old;
  switch (edit.kind) {
    case 'add':
      return edit.place.in === 'section'
        ? edit
        : { ...edit, place: { ...edit.place, key: key(edit.place.key) } };
    case 'move': {
      const place = edit.place.in === 'section' ? edit.place : { ...edit.place, key: key(edit.place.key) };
      return { ...edit, key: key(edit.key), place };
    }
    case 'merge':
      return { ...edit, key: key(edit.key), into: key(edit.into) };
    case 'needs':
      return { ...edit, key: key(edit.key), needs: edit.needs.map(key) };
    case 'methods':
    case 'head':
      return edit;
    default:
      return { ...edit, key: key(edit.key) };
  }
}

function waysOf(file: EditedFile, planned: Planned, edit: Edit): Ways {
  const topic = (key: string): Topic => {
    const was = planned.byKey.get(key)?.was;
    if (was === undefined || was === null) throw new EditError({ code: 'unknown', key });
    return was;
  };
  const section = (key: string): Section => {
    const there = allSections(planned.sections).find(({ was }) => was.key === key);
    if (there === undefined) throw new EditError({ code: 'unknown', key });
    return there.was;
  };
  switch (edit.kind) {
    case 'add':
    case 'split': {
      const titles = edit.kind === 'add' ? [edit.title] : edit.titles;
      return addTopics(
        file,
        anchorOf(planned, ({ was }) => was === null),
        titles.map(tidied),
      );
    }
    case 'rename':
      return retitle(file, topic(edit.key), tidied(edit.title));
    case 'translate':
      return direct(
        file,
        topic(edit.key),
        edit.language,
        edit.title === null ? null : titleInComment(edit.title),
      );
    case 'move':
      return moveTopic(
        file,
        topic(edit.key),
        anchorOf(planned, ({ was }) => was?.key === edit.key),
      );
    case 'remove':
      return removeTopic(file, topic(edit.key));
    case 'merge':
      return mergeTopic(file, topic(edit.key), topic(edit.into));
    case 'link':
      return addLine(file, topic(edit.key), (spell) => writtenLink(linkTyped(edit.link), spell));
    case 'note':
      return addLine(file, topic(edit.key), (spell) => spell(tidied(edit.text)));
    case 'unlink': {
      const { url } = topic(edit.key).resources[edit.at] ?? { url: '' };
      return dropLine(file, topic(edit.key), bareLabel(url));
    }
    case 'unnote':
      return dropLine(file, topic(edit.key), topic(edit.key).notes[edit.at] ?? '');
    case 'needs':
      // What a topic waits for is written when all keys are known.
      return [file.lines];
    case 'minutes':
      return direct(file, topic(edit.key), 'minutes', edit.minutes === null ? null : String(edit.minutes));
    case 'head':
      return retitleSection(file, section(edit.section), tidied(edit.title));
    default: {
      return direct(file, section(edit.section), 'methods', edit.methods.join(' '));
    }
  }
}

/** Where the first of the topics stands that `isIt` tells, in the plan. */
function anchorOf({ sections }: Planned, isIt: (topic: PlannedTopic) => boolean): Anchor {
  const among = (list: readonly PlannedTopic[], first: Anchor | null): Anchor | null => {
    const at = list.findIndex(isIt);
    const before = list[at - 1]?.was ?? null;
    if (at !== -1) return before === null ? first : { behind: before };
    for (const { was, children } of list) {
      const found = among(children, was === null ? null : { under: was });
      if (found !== null) return found;
    }
    return null;
  };
  for (const { was, topics } of allSections(sections)) {
    const found = among(topics, { heads: was });
    if (found !== null) return found;
  }
  throw new EditError({ code: 'not-here' });
}

interface Tried extends Pick<Stage, 'text' | 'reading'> {
  readonly pairs: Pairs;
}

/** Takes the first way that reads as planned. */
function* tried(
  file: EditedFile,
  planned: Planned,
  ways: Ways,
  options: ReadOptions,
): Generator<void, Tried> {
  const seen = new Set<string>();
  let refusal: RoadmapError | null = null;
  for (const lines of ways) {
    const text = lines.join('');
    if (seen.has(text)) continue;
    seen.add(text);
    yield;
    if (seen.size > MOST_TRIES) break;
    try {
      const reading = yield* readInSteps(text, options);
      yield;
      const pairs = pairUp(planned, reading.roadmap);
      if (pairs !== null) return { text, reading, pairs };
    } catch (error) {
      if (!(error instanceof RoadmapError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new EditError({ code: 'not-here' });
}

/** Reading takes up to a third of a second where a file is at its limits. */
const MOST_TRIES = 40;

/** Writes what topics wait for, by the keys that they have now. */
function* withNeeds(planned: Planned, written: Tried, options: ReadOptions): Generator<void, Tried> {
  const { pairs } = written;
  const wanted = [...pairs].flatMap(([one, topic]) => {
    const needs = one.needs.flatMap((need) => pairs.get(need)?.key ?? []);
    const isMoved = one.was?.needs.some((key, at) => needs[at] !== key) ?? false;
    return isMoved || needs.join(' ') !== topic.needs.join(' ') ? [{ topic, needs }] : [];
  });
  if (wanted.length === 0) return written;
  const file = openForEditing(written.text, written.reading);
  const places = wanted.map(({ topic, needs }) => {
    const first = topic.line - 1;
    const end = file.items.get(first)?.ownEnd ?? first + 1;
    const own = file.lines.slice(first, end).map(bare);
    return {
      first,
      end,
      ways: [...withDirective(own, 'needs', needs.length === 0 ? null : needs.join(' '))],
    };
  });
  let circle: readonly string[] | null = null;
  for (let way = 0; way < Math.max(1, ...places.map(({ ways }) => ways.length)); way += 1) {
    const lines = [...file.lines];
    for (const { first, end, ways } of places.toSorted((a, b) => b.first - a.first)) {
      const own = ways[Math.min(way, ways.length - 1)];
      if (own === undefined) continue;
      const ends = file.lines.slice(first, end).map((line) => line.slice(bare(line).length));
      lines.splice(first, end - first, ...own.map((line, at) => line + (ends[at] ?? file.lineEnd)));
    }
    const text = lines.join('');
    const reading = yield* readInSteps(text, options);
    const again = pairUp(planned, reading.roadmap);
    if (again === null) continue;
    const cycle = reading.remarks.find(({ code }) => code === 'needs-cycle');
    if (cycle?.code === 'needs-cycle') circle ??= cycle.keys;
    const isSo = [...again].every(
      ([one, topic]) =>
        one.needs.flatMap((need) => again.get(need)?.key ?? []).join(' ') === topic.needs.join(' '),
    );
    if (isSo) return { text, reading, pairs: again };
    if (circle !== null) {
      throw new EditError({ code: 'cycle', keys: waitingIn(circle, again) });
    }
  }
  throw new EditError({ code: 'not-here' });
}

/** The topics of a circle that say so themselves: parts wait with what they are parts of. */
function waitingIn(circle: readonly string[], pairs: Pairs): readonly string[] {
  const inIt = [...pairs].flatMap(([one, { key }]) => (circle.includes(key) ? [one] : []));
  const needed = new Set(inIt.flatMap(({ needs }) => needs));
  return inIt
    .filter((one) => needed.has(one) || one.needs.some((need) => inIt.includes(need)))
    .flatMap(({ was }) => was?.key ?? []);
}
