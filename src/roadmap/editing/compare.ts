import { isDeepStrictEqual } from 'node:util';
import type { Roadmap, Section, Topic } from '../roadmap.ts';
import { allSections, type Planned, type PlannedSection, type PlannedTopic } from './planned.ts';

/** The topics and sections of the edited file, by the planned ones that they stand for. */
export interface Pairs {
  readonly topics: ReadonlyMap<PlannedTopic, Topic>;
  readonly sections: ReadonlyMap<PlannedSection, Section>;
}

/**
 * Compares what an edited file reads as with what was planned, apart from the topics' needs.
 * @returns the pairs, or null if there is any difference
 */
export function pairUp({ title, sections }: Planned, roadmap: Roadmap): Pairs | null {
  const pairs = { topics: new Map<PlannedTopic, Topic>(), sections: new Map<PlannedSection, Section>() };
  // A heading without topics is no longer a section. Its text becomes a note of the section above.
  const isEmptied = allSections(sections).some((section) => !hasTopics(section));

  const topics = (planned: readonly PlannedTopic[], read: readonly Topic[]): boolean =>
    planned.length === read.length &&
    planned.every((one, at) => {
      const other = read[at];
      if (other === undefined || !isAsPlanned(one, other)) return false;
      pairs.topics.set(one, other);
      return topics(one.children, other.children);
    });
  const inSections = (planned: readonly PlannedSection[], read: readonly Section[]): boolean => {
    const left = planned.filter(hasTopics);
    return (
      left.length === read.length &&
      left.every((one, at) => {
        const other = read[at];
        if (other === undefined || !isSameSection(one, other, isEmptied)) return false;
        pairs.sections.set(one, other);
        return topics(one.topics, other.topics) && inSections(one.sections, other.sections);
      })
    );
  };
  const isTitled = title === roadmap.title || !sections.some(hasTopics);
  return isTitled && inSections(sections, roadmap.sections) ? pairs : null;
}

function hasTopics({ topics, sections }: PlannedSection): boolean {
  return topics.length > 0 || sections.some(hasTopics);
}

function isSameSection(
  { was, title, titles, methods, trackMethods }: PlannedSection,
  read: Section,
  isEmptied: boolean,
): boolean {
  if (title !== read.title) return false;
  if (was === null) return isDeepStrictEqual([{}, [], []], [read.titles, read.notes, read.resources]);
  const { kind, notes, resources } = was;
  return (
    kind === read.kind &&
    isDeepStrictEqual(titles, read.titles) &&
    (trackMethods === null || isDeepStrictEqual(trackMethods, read.trackMethods)) &&
    (methods === null || isDeepStrictEqual(methods, read.methods)) &&
    (isEmptied || isDeepStrictEqual([notes, resources], [read.notes, read.resources]))
  );
}

function isAsPlanned(planned: PlannedTopic, read: Topic): boolean {
  const { was, title, titles, notes, resources, minutes, stage } = planned;
  if (title !== read.title || minutes !== read.minutes) return false;
  if (was?.declared === true && (!read.declared || was.key !== read.key)) return false;
  return isDeepStrictEqual(
    [titles, notes, resources, was?.state ?? 'todo', was?.aliases ?? [], was?.same ?? [], stage],
    [read.titles, read.notes, read.resources, read.state, read.aliases, read.same, read.stage],
  );
}
