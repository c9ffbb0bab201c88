import type { SectionDraft, WholeDraft } from './draft.ts';
import { type FileKeys, fileKeys } from './ids.ts';
import { slug } from './keys.ts';
import { type LabelledSection, type LabelledTopic, labelSection, labelWhole, tellOfLinks } from './label.ts';
import type { Mark } from '../markdown/marks/mark.ts';
import { usableNeeds } from './needs.ts';
import type { Report } from '../remark.ts';
import { type Method, OWN_SECTION, type Roadmap, type Section, type Topic } from '../roadmap.ts';

/** The titles for a file whose first heading gives none. */
export interface Names {
  /** The title that a person typed, or the one in the front matter: it is used before any heading. */
  readonly given: string | null;
  /** The title if nothing in the file gives one. */
  readonly untitled: string;
}

/**
 * Makes the roadmap from a draft, and yields every few milliseconds. It labels every piece, makes the keys, and checks
 * the references to keys.
 * @returns the roadmap, and the mark of each topic by its key
 * @throws RoadmapError if there are too many topics
 */
export function* assemble(
  { whole, isTitled }: WholeDraft,
  { given, untitled }: Names,
  report: Report,
): Generator<void, { roadmap: Roadmap; marks: ReadonlyMap<string, Mark> }> {
  const heading = isTitled ? whole.title.title : null;
  const title = given ?? heading ?? untitled;
  /** Translations at the top are of the title, unless the front matter gives another one than the heading. */
  const areOfTitle = given === null || heading === null;
  tellOfLinks(whole, report);
  const defaults = labelWhole(whole, report);
  const own = ownSection(whole, heading ?? title);
  const drafts = [...whole.sections, ...own].toSorted((a, b) => a.line - b.line);
  const labelled = drafts.flatMap((section) => labelSection(section, report) ?? []);
  yield;
  const keys = fileKeys(labelled, report);
  yield;
  const marks = new Map<string, Mark>();

  const toSection = (section: LabelledSection, above: string, inherited: readonly Method[]): Section => {
    const { kind, directives } = section;
    const { notes, resources, line } = section.draft;
    const isOwn = own.includes(section.draft);
    const key = isOwn ? OWN_SECTION : keyOf(section, above, keys);
    const methods = directives.methods ?? inherited;
    const trackMethods = directives.trackMethods ?? (above === '' ? defaults.trackMethods : null) ?? [];
    const topics = section.topics.map((topic) => toTopic(topic, isOwn ? '' : `${key}/`, keys, marks));
    const sections = section.sections.map((inner) => toSection(inner, `${key}/`, methods));
    const titles = isOwn && areOfTitle ? defaults.titles : directives.titles;
    return {
      key,
      title: section.title,
      titles,
      kind,
      notes,
      resources,
      methods,
      trackMethods,
      topics,
      sections,
      line,
    };
  };
  const sections: Section[] = [];
  for (const section of labelled) {
    sections.push(toSection(section, '', defaults.methods ?? []));
    yield;
  }
  const { notes, resources } = whole;
  const titles = areOfTitle ? defaults.titles : {};
  return { roadmap: { title, titles, notes, resources, sections: usable(sections, report) }, marks };
}

/** Makes a section, with the title's name, of the topics that stand right under the title. */
function ownSection(whole: SectionDraft, title: string): readonly SectionDraft[] {
  const [first] = whole.topics;
  if (!first) return [];
  const { topics } = whole;
  const line = topics.reduce((least, topic) => Math.min(least, topic.line), first.line);
  const empty = { comments: [], notes: [], resources: [], unusable: [], sections: [] };
  return [{ ...empty, title: { title, whole: null }, line, topics }];
}

function toTopic(topic: LabelledTopic, above: string, keys: FileKeys, marks: Map<string, Mark>): Topic {
  const { needs, minutes, aliases, same, stage, titles } = topic.directives;
  const { mark, notes, resources, line } = topic.draft;
  const id = keys.idOf(topic);
  const key = id ?? keys.topics.next(above + slug(topic.title));
  marks.set(key, mark);
  return {
    key,
    declared: id !== null,
    title: topic.title,
    titles,
    ticked: mark.state === 'done',
    state: mark.state,
    aliases,
    notes,
    resources,
    needs,
    same,
    minutes,
    stage,
    children: topic.topics.map((child) => toTopic(child, `${key}/`, keys, marks)),
    line,
  };
}

function keyOf(section: LabelledSection, above: string, keys: FileKeys): string {
  return keys.idOf(section) ?? keys.sections.next(above + slug(section.title));
}

/** Leaves out references to topics and tracks that do not exist, and needs that form a circle. */
function usable(sections: readonly Section[], report: Report): readonly Section[] {
  const tracks = new Set(sections.filter(({ kind }) => kind === 'track').map(({ key }) => key));
  const needsOf = usableNeeds(sections, report);
  const topic = (one: Topic): Topic => {
    const { stage } = one;
    const isLost = stage !== null && stage.kind !== 'free' && !tracks.has(stage.track);
    if (isLost) report(one.line, { code: 'unknown-track', key: stage.track });
    return { ...one, stage: isLost ? null : stage, needs: needsOf(one), children: one.children.map(topic) };
  };
  const section = (one: Section): Section => ({
    ...one,
    topics: one.topics.map(topic),
    sections: one.sections.map(section),
  });
  return sections.map(section);
}
