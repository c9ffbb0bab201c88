import { Keys } from './keys.ts';
import type { LabelledSection, LabelledTopic } from './label.ts';
import type { Report } from '../remark.ts';
import { LIMITS, RoadmapError } from '../roadmap-error.ts';

/** The keys of a file while they are made. Declared ids come first, and keys made from titles avoid them. */
export interface FileKeys {
  readonly sections: Keys;
  readonly topics: Keys;
  /** The declared id of a section or topic, or null if it has none or an earlier line declared the same. */
  idOf(named: LabelledSection | LabelledTopic): string | null;
}

/** @throws RoadmapError if there are too many topics */
export function fileKeys(labelled: readonly LabelledSection[], report: Report): FileKeys {
  const sections = new Keys();
  const topics = new Keys();
  const firstLines = new Map<Keys, Map<string, number>>([
    [sections, new Map()],
    [topics, new Map()],
  ]);
  const ids = new Map<LabelledSection | LabelledTopic, string>();
  const reserve = (named: LabelledSection | LabelledTopic, keys: Keys): void => {
    const { id } = named.directives;
    const { line } = named.draft;
    if (id === null) return;
    const lines = firstLines.get(keys);
    if (keys.reserve(id)) {
      lines?.set(id, line);
      ids.set(named, id);
    } else report(line, { code: 'duplicate-id', id, firstLine: lines?.get(id) ?? 1 });
  };

  let count = 0;
  const inTopic = (topic: LabelledTopic): void => {
    count += 1;
    if (count > LIMITS.topics) {
      throw new RoadmapError(topic.draft.line, { code: 'too-many-topics', limit: LIMITS.topics });
    }
    reserve(topic, topics);
    topic.topics.forEach(inTopic);
  };
  const inSection = (section: LabelledSection): void => {
    reserve(section, sections);
    section.topics.forEach(inTopic);
    section.sections.forEach(inSection);
  };
  labelled.forEach(inSection);
  return { sections, topics, idOf: (named) => ids.get(named) ?? null };
}
