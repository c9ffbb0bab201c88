import { isDeepStrictEqual } from 'node:util';
import type { Roadmap, Section, Topic } from '../roadmap.ts';
import { allSections, type Planned, type PlannedSection, type PlannedTopic } from './plan.ts';

/** The topics of a file as it was read after an edit, by what was planned. */
export type Pairs = ReadonlyMap<PlannedTopic, Topic>;

/**
 * Holds what an edited file reads as against what was planned, up to what topics wait for.
 * @returns null unless it is just that
 */
export function pairUp({ sections }: Planned, roadmap: Roadmap): Pairs | null {
  const pairs = new Map<PlannedTopic, Topic>();
  // A heading that has lost its last topic is no section any more; what stood under it is a note of the one above.
  const isEmptied = allSections(sections).some((section) => !hasTopics(section));

  const topics = (planned: readonly PlannedTopic[], read: readonly Topic[]): boolean =>
    planned.length === read.length &&
    planned.every((one, at) => {
      const other = read[at];
      if (other === undefined || !isAsPlanned(one, other)) return false;
      pairs.set(one, other);
      return topics(one.children, other.children);
    });
  const inSections = (planned: readonly PlannedSection[], read: readonly Section[]): boolean => {
    const left = planned.filter(hasTopics);
    return (
      left.length === read.length &&
      left.every((one, at) => {
        const other = read[at];
        return (
          other !== undefined &&
          isSameSection(one, other, isEmptied) &&
          topics(one.topics, other.topics) &&
          inSections(one.sections, other.sections)
        );
      })
    );
  };
  return inSections(sections, roadmap.sections) ? pairs : null;
}

function hasTopics({ topics, sections }: PlannedSection): boolean {
  return topics.length > 0 || sections.some(hasTopics);
}

function isSameSection({ was, title, methods }: PlannedSection, read: Section, isEmptied: boolean): boolean {
  const { titles, kind, trackMethods, notes, resources } = was;
  return (
    title === read.title &&
    kind === read.kind &&
    isDeepStrictEqual([titles, trackMethods], [read.titles, read.trackMethods]) &&
    (methods === null || isDeepStrictEqual(methods, read.methods)) &&
    (isEmptied || isDeepStrictEqual([notes, resources], [read.notes, read.resources]))
  );
}

function isAsPlanned(planned: PlannedTopic, read: Topic): boolean {
  const { was, title, titles, notes, resources, minutes } = planned;
  if (title !== read.title || minutes !== read.minutes) return false;
  if (was?.declared === true && (!read.declared || was.key !== read.key)) return false;
  return isDeepStrictEqual(
    [titles, notes, resources, was?.state ?? 'todo', was?.aliases ?? [], was?.same ?? [], was?.stage ?? null],
    [read.titles, read.notes, read.resources, read.state, read.aliases, read.same, read.stage],
  );
}
