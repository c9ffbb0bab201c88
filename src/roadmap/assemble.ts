import { readDirectives } from './directives.ts';
import type { SectionDraft } from './draft.ts';
import { Keys, slug } from './keys.ts';
import { type LabelledSection, type LabelledTopic, labelSection, titleOf } from './label.ts';
import { checkNeeds } from './needs.ts';
import { LIMITS, RoadmapError } from './roadmap-error.ts';
import type { Method, Roadmap, Section, Topic } from './roadmap.ts';
import { isVisible } from './text.ts';

/**
 * Makes the roadmap of its draft: labels every piece, gives it its key, and checks what refers to keys.
 * @throws RoadmapError at what does not fit
 */
export function assemble(whole: SectionDraft, untitled: string): Roadmap {
  const title = isVisible(whole.text.plain) ? titleOf(whole.text, whole.line) : untitled;
  const defaults = readDirectives(whole.text.comments, whole.line, ['methods', 'track-methods']);
  const labelled = topSections(whole, title).flatMap((section) => labelSection(section) ?? []);
  if (labelled.length === 0) throw new RoadmapError(1, { code: 'no-topics' });

  const sectionKeys = new Keys();
  const topicKeys = new Keys();
  reserveIds(labelled, sectionKeys, topicKeys);

  const toTopic = (topic: LabelledTopic, path: string): Topic => {
    const { id, needs, minutes, aliases, stage } = topic.directives;
    const { ticked, notes, resources, line } = topic.draft;
    const key = id ?? topicKeys.next(`${path}/${slug(topic.title)}`);
    const children = topic.topics.map((child) => toTopic(child, key));
    return {
      key,
      title: topic.title,
      ticked,
      aliases,
      notes,
      resources,
      needs,
      minutes,
      stage,
      children,
      line,
    };
  };
  const toSection = (section: LabelledSection, path: string, inherited: readonly Method[]): Section => {
    const { kind, directives } = section;
    const { notes, resources, line } = section.draft;
    const key = directives.id ?? sectionKeys.next(`${path}${slug(section.title)}`);
    const methods = directives.methods ?? inherited;
    const trackMethods = directives.trackMethods ?? (path === '' ? defaults.trackMethods : null) ?? [];
    const topics = section.topics.map((topic) => toTopic(topic, key));
    const sections = section.sections.map((inner) => toSection(inner, `${key}/`, methods));
    return {
      key,
      title: section.title,
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

  const sections = labelled.map((section) => toSection(section, '', defaults.methods ?? []));
  checkNeeds(sections);
  checkStages(sections);
  return { title, notes: whole.notes, resources: whole.resources, sections };
}

/** What stands directly under the title is a section of the title's name, in its place among the others. */
function topSections(whole: SectionDraft, title: string): readonly SectionDraft[] {
  const [first] = whole.topics;
  if (!first) return whole.sections;
  const text = { plain: title, onlyLinks: false, resources: [], comments: [] };
  const own = { text, line: first.line, notes: [], resources: [], topics: whole.topics, sections: [] };
  return [...whole.sections, own].toSorted((a, b) => a.line - b.line);
}

/** Ids come before the keys that are made from titles, which give way to them. */
function reserveIds(sections: readonly LabelledSection[], sectionKeys: Keys, topicKeys: Keys): void {
  let count = 0;
  const inTopic = ({ draft, directives, topics }: LabelledTopic): void => {
    count += 1;
    if (count > LIMITS.topics)
      throw new RoadmapError(draft.line, { code: 'too-many-topics', limit: LIMITS.topics });
    if (directives.id !== null) topicKeys.reserve(directives.id, draft.line);
    topics.forEach(inTopic);
  };
  const inSection = (section: LabelledSection): void => {
    if (section.directives.id !== null) sectionKeys.reserve(section.directives.id, section.draft.line);
    section.topics.forEach(inTopic);
    section.sections.forEach(inSection);
  };
  sections.forEach(inSection);
}

function checkStages(sections: readonly Section[]): void {
  const tracks = new Set(sections.filter(({ kind }) => kind === 'track').map(({ key }) => key));
  const check = ({ stage, line, children }: Topic): void => {
    if (stage && stage.kind !== 'free' && !tracks.has(stage.track)) {
      throw new RoadmapError(line, { code: 'unknown-track', key: stage.track });
    }
    children.forEach(check);
  };
  const checkSection = (section: Section): void => {
    section.topics.forEach(check);
    section.sections.forEach(checkSection);
  };
  sections.forEach(checkSection);
}
