import { customId } from '../custom-id.ts';
import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { provenTopics } from '../../study/proofs/proof.ts';
import type { Standings } from '../../study/topics/status.ts';
import type { Studying } from '../../store/sessions/now.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  filled,
  fitting,
  LIMITS,
  type Message,
  row,
  rows,
  select,
  separator,
  text,
} from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { progressCounts, sectionLine, separateCountsLine, type Studied } from '../progress/progress-line.ts';
import { studyingLine } from '../sessions/now.ts';
import { label, marked } from '../topics/topic-text.ts';

/** A page of a section. */
export interface SectionPage {
  readonly index: number;
  readonly page: number;
}

/** The kinds of sections that do not count as studying. */
const NOT_STUDIED = ['career', 'toolset', 'showcase'] as const;
const SECTIONS_BUDGET = 2400;
const PAGE_BUDGET = 2800;
/** About as many lines as a phone shows at once. Each can be chosen from the select below. */
const TOPICS_PER_PAGE = 12;

/** The whole roadmap: each section with the member's progress. `studying`: who studies in the group at the moment. */
export function roadmapView(words: Words, studied: Studied, studying: readonly Studying[] = []): Message {
  const { outline } = studied;
  const tracks = outline.tree.sections.filter(({ kind }) => kind === 'track');
  const lines = tracks.map((section) => sectionLine(words, studied, section));
  return card(
    'neutral',
    text(words.roadmap.title(inline(clip(plain(outline.tree.title), 100))), progressCounts(words, studied)),
    ...filled(studyingLine(words, studying)),
    separator(),
    ...filled(
      fitting(lines, SECTIONS_BUDGET, words.andMore),
      separateCountsLine(words, studied, NOT_STUDIED),
    ),
    ...sectionSelect(words, outline),
    row(button(words.roadmap.whatNow, customId('today'), 'primary')),
  );
}

/** A page of a top-level section with its topics. If the page does not exist, the nearest is shown. */
export function sectionView(
  words: Words,
  studied: Studied,
  standings: Standings,
  { index, page }: SectionPage,
): Message {
  const { outline, progress, proofs } = studied;
  const top = outline.tree.sections[index];
  if (top === undefined) return roadmapView(words, studied);
  const proven = provenTopics(outline, progress, proofs);
  const pages = paged(
    outline.nodes.filter((node) => node.top === top),
    (node) => marked(node, standings, proven),
  );
  const shownIndex = Math.min(Math.max(page, 0), pages.length - 1);
  const shown = pages[shownIndex] ?? { lines: [], nodes: [] };
  const options = shown.nodes.map((node) => ({ label: label(node, LIMITS.optionText), value: node.id }));
  const turn = (to: number, name: string) =>
    button(name, customId('section', index, to), 'secondary', to < 0 || to >= pages.length);

  return card(
    'neutral',
    text(sectionLine(words, studied, top), ...notesOf(top)),
    separator(),
    text(...shown.lines, pages.length > 1 ? words.roadmap.page(shownIndex + 1, pages.length) : null),
    ...(options.length > 0 ? [select(customId('topic'), words.roadmap.chooseTopic, options)] : []),
    ...rows([
      ...(pages.length > 1
        ? [turn(shownIndex - 1, words.roadmap.previous), turn(shownIndex + 1, words.roadmap.following)]
        : []),
      button(words.roadmap.allSections, customId('map')),
    ]),
  );
}

function notesOf(section: Section): readonly string[] {
  return section.notes.slice(0, 3).map((note) => `-# ${inline(clip(plain(note), 150))}`);
}

function sectionSelect(words: Words, outline: Outline) {
  const options = outline.tree.sections.map((section, index) => ({
    label: plain(section.title),
    value: String(index),
  }));
  return options.length === 0 ? [] : [select(customId('section'), words.roadmap.sections, options)];
}

interface Page {
  readonly lines: readonly string[];
  readonly nodes: readonly TopicNode[];
}

/** Distributes topics over pages. A page has as many as fit in a select and in the text of a message. */
function paged(nodes: readonly TopicNode[], markedOf: (node: TopicNode) => string): readonly Page[] {
  const pages: { lines: string[]; nodes: TopicNode[]; used: number }[] = [];
  let heading: Section | null = null;
  for (const node of nodes) {
    const line = `${'\u2003'.repeat(depth(node))}${markedOf(node)}`;
    const isNewSection = node.section !== node.top && node.section !== heading;
    heading = node.section;
    const added = isNewSection ? [`### ${inline(clip(plain(node.section.title), 80))}`, line] : [line];
    const length = added.join('\n').length + 1;
    const last = pages.at(-1);
    if (last === undefined || last.nodes.length === TOPICS_PER_PAGE || last.used + length > PAGE_BUDGET) {
      pages.push({ lines: added, nodes: [node], used: length });
    } else {
      last.lines.push(...added);
      last.nodes.push(node);
      last.used += length;
    }
  }
  return pages;
}

/** Levels that are too deep for a phone are shown at the deepest level that fits. */
function depth(node: TopicNode): number {
  const own = node.parent === null ? 0 : depth(node.parent) + 1;
  return Math.min(own, 4);
}
