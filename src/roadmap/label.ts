import { type Directive, type Directives, readDirectives } from './directives.ts';
import type { SectionDraft, TopicDraft } from './draft.ts';
import { slug } from './keys.ts';
import { LIMITS, RoadmapError } from './roadmap-error.ts';
import type { SectionKind } from './roadmap.ts';
import { type Text, isVisible } from './text.ts';

/** A piece of a draft with its title and its directives, both checked. */
export interface LabelledTopic {
  readonly draft: TopicDraft;
  readonly title: string;
  readonly directives: Directives;
  readonly topics: readonly LabelledTopic[];
}

export interface LabelledSection {
  readonly draft: SectionDraft;
  readonly title: string;
  readonly directives: Directives;
  /** That of the top-level section which it stands in. */
  readonly kind: SectionKind;
  readonly topics: readonly LabelledTopic[];
  readonly sections: readonly LabelledSection[];
}

const TOPIC: readonly Directive[] = ['id', 'needs', 'minutes', 'aliases'];
const STAGE: readonly Directive[] = [...TOPIC, 'stage'];
const SECTION: readonly Directive[] = ['id', 'methods'];
const TOP_SECTION: readonly Directive[] = [...SECTION, 'kind', 'track-methods'];

/**
 * Labels a top-level section and all that stands in it; sections without a topic are left out.
 * @returns null if it has no topic
 * @throws RoadmapError for a title or directive that cannot be
 */
export function labelSection(draft: SectionDraft, top?: SectionKind): LabelledSection | null {
  if (!hasTopics(draft)) return null;
  const title = titleOf(draft.text, draft.line);
  const directives = readDirectives(draft.text.comments, draft.line, top ? SECTION : TOP_SECTION);
  const kind = top ?? directives.kind ?? kindByName(title);
  return {
    draft,
    title,
    directives,
    kind,
    topics: draft.topics.map((topic) => labelTopic(topic, kind)),
    sections: draft.sections.flatMap((section) => labelSection(section, kind) ?? []),
  };
}

/**
 * @returns the title without a colon at its end
 * @throws RoadmapError if there is none to be seen, or it is too long
 */
export function titleOf(text: Text, line: number): string {
  const title = text.plain.replace(/[\s:]+$/u, '');
  if (!isVisible(title)) throw new RoadmapError(line, { code: 'empty-title' });
  if (Array.from(title).length > LIMITS.title) {
    throw new RoadmapError(line, { code: 'title-too-long', limit: LIMITS.title });
  }
  return title;
}

function labelTopic(draft: TopicDraft, kind: SectionKind): LabelledTopic {
  return {
    draft,
    title: titleOf(draft.text, draft.line),
    directives: readDirectives(draft.text.comments, draft.line, kind === 'career' ? STAGE : TOPIC),
    topics: draft.topics.map((topic) => labelTopic(topic, kind)),
  };
}

function hasTopics(draft: SectionDraft): boolean {
  return draft.topics.length > 0 || draft.sections.some(hasTopics);
}

/**
 * What a top-level section is for, where no `kind:` says it, by its title: Career, Career Direction or Career Path
 * (also misspelled as Carrer); Tool Set or Toolset; anything with a word like showcase. All else is a track.
 */
function kindByName(title: string): SectionKind {
  const name = slug(title);
  if (/^carr?ee?r(?:-direction|-path)?$/u.test(name)) return 'career';
  if (/^tool-?set$/u.test(name)) return 'toolset';
  return /(?:^|-)showcas/u.test(name) ? 'showcase' : 'track';
}
