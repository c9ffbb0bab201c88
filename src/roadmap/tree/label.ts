import { type Directive, type Directives, readDirectives } from './directives.ts';
import type { SectionDraft, TopicDraft } from './draft.ts';
import { slug } from './keys.ts';
import type { Report } from '../remark.ts';
import { type SectionKind, TITLE_LANGUAGES } from '../roadmap.ts';

/** A topic of a draft with its directives. */
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
  /** The kind of its top-level section. */
  readonly kind: SectionKind;
  readonly topics: readonly LabelledTopic[];
  readonly sections: readonly LabelledSection[];
}

const TOPIC: readonly Directive[] = ['id', 'needs', 'minutes', 'aliases', 'same', ...TITLE_LANGUAGES];
const STAGE: readonly Directive[] = [...TOPIC, 'stage'];
const SECTION: readonly Directive[] = ['id', 'methods', 'topics', ...TITLE_LANGUAGES];
const TOP_SECTION: readonly Directive[] = [...SECTION, 'kind', 'track-methods'];
const WHOLE: readonly Directive[] = ['methods', 'track-methods', 'topics', ...TITLE_LANGUAGES];

/** Reads the directives of a file's title. */
export function labelWhole({ comments, line }: SectionDraft, report: Report): Directives {
  return readDirectives(comments, line, WHOLE, report);
}

/**
 * Reads the directives of a top-level section and everything in it. Sections without a topic are left out.
 * @returns null if it has no topic
 */
export function labelSection(draft: SectionDraft, report: Report, top?: SectionKind): LabelledSection | null {
  if (!hasTopics(draft)) return null;
  const { title } = draft.title;
  tellOfLinks(draft, report);
  const directives = readDirectives(draft.comments, draft.line, top ? SECTION : TOP_SECTION, report);
  const kind = top ?? directives.kind ?? kindByName(title);
  return {
    draft,
    title,
    directives,
    kind,
    topics: draft.topics.map((topic) => labelTopic(topic, kind, report)),
    sections: draft.sections.flatMap((section) => labelSection(section, report, kind) ?? []),
  };
}

function labelTopic(draft: TopicDraft, kind: SectionKind, report: Report): LabelledTopic {
  tellOfLinks(draft, report);
  return {
    draft,
    title: draft.title.title,
    directives: readDirectives(draft.comments, draft.line, kind === 'career' ? STAGE : TOPIC, report),
    topics: draft.topics.map((topic) => labelTopic(topic, kind, report)),
  };
}

/**
 * Reports the unusable links of a piece. It is only called for pieces that are kept, because links of others would not
 * be shown.
 */
export function tellOfLinks({ unusable }: Pick<SectionDraft, 'unusable'>, report: Report): void {
  for (const { line, ...link } of unusable) report(line, link);
}

function hasTopics(draft: SectionDraft): boolean {
  return draft.topics.length > 0 || draft.sections.some(hasTopics);
}

/**
 * The kind of a top-level section without `kind:`, by its title. Career, Career Direction or Career Path (also misspelt
 * as Carrer), Tool Set or Toolset, and titles with a word like showcase are known. Every other section is a track.
 */
function kindByName(title: string): SectionKind {
  const name = slug(title);
  if (/^carr?ee?r(?:-direction|-path)?$/u.test(name)) return 'career';
  if (/^tool-?set$/u.test(name)) return 'toolset';
  return /(?:^|-)showcas/u.test(name) ? 'showcase' : 'track';
}
