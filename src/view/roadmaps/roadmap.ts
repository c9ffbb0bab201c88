import { customId } from '../custom-id.ts';
import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { provenTopics } from '../../study/proofs/proof.ts';
import { isOpen, type Standings } from '../../study/topics/status.ts';
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
import { leftOutLine, progressCounts, sectionLine, type Studied } from '../progress/progress-line.ts';
import { studyingLine } from '../sessions/now.ts';
import { label, legend, marked } from '../topics/topic-text.ts';
import { roadmapTitle } from './title.ts';

/** A page of a section. */
export interface SectionPage {
  readonly index: number;
  /** Counted from 0; null for the page where there is something to do. */
  readonly page: number | null;
}

const SECTIONS_BUDGET = 2400;
const PAGE_BUDGET = 2800;
/** With the buttons, about as many as a phone shows at once. Each can be chosen from the select below. */
const TOPICS_PER_PAGE = 10;

/** What the whole roadmap shows besides the roadmap. */
interface Around {
  /** Who studies in the group at the moment. */
  readonly studying: readonly Studying[];
  /** Whether the member studies this roadmap. If not, the next step is to do so. */
  readonly isStudied: boolean;
}

/**
 * The whole roadmap: each track with the member's progress, in the order of the file, then in one line what the total
 * leaves out.
 */
export function roadmapView(
  words: Words,
  studied: Studied,
  { studying, isStudied }: Around = { studying: [], isStudied: true },
): Message {
  const { outline, progress } = studied;
  const tops = new Set(outline.nodes.map(({ top }) => top));
  const lines = outline.tree.sections
    .filter((section) => tops.has(section) && section.kind === 'track')
    // A gap keeps each bar with the title above it.
    .map((section) => sectionLine(words, studied, section));
  return card(
    'neutral',
    text(
      words.roadmap.title(roadmapTitle(outline.tree.title, 100)),
      progressCounts(words, studied),
      isStudied ? null : words.roadmaps.you.none,
    ),
    separator(),
    ...filled(fitting(lines, SECTIONS_BUDGET, words.andMore)),
    ...filled(leftOutLine(words, outline, progress)),
    ...filled(studyingLine(words, studying)),
    ...sectionSelect(words, outline),
    row(
      isStudied
        ? button(words.roadmap.whatNow, customId('today'), 'primary')
        : button(words.roadmaps.follow, customId('roadmap-do', 'follow'), 'primary'),
      button(words.roadmap.asMap, customId('map-view', 'own')),
      ...(isStudied ? [] : [button(words.roadmaps.all, customId('roadmaps'))]),
    ),
  );
}

/**
 * A page of a top-level section with its topics. If the page does not exist, the nearest is shown. A section opens where
 * its first topic to do stands, or at its beginning if there is none.
 */
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
  const open = pages.findIndex(({ nodes }) => nodes.some((node) => isToDo(node, standings)));
  const shownIndex = Math.min(Math.max(page ?? open, 0), pages.length - 1);
  const shown = pages[shownIndex] ?? { lines: [], nodes: [] };
  const options = shown.nodes.map((node) => ({ label: label(node, LIMITS.optionText), value: node.id }));
  const turn = (to: number, name: string) =>
    button(name, customId('section', index, to), 'secondary', to < 0 || to >= pages.length);

  return card(
    'neutral',
    text(sectionLine(words, studied, top), ...notesOf(top)),
    separator(),
    text(...shown.lines, pageLine(words, shownIndex, pages.length, page === null && shownIndex > 0)),
    ...filled(legend(words, shown.lines)),
    ...(options.length > 0 ? [select(customId('topic'), words.roadmap.chooseTopic, options)] : []),
    ...rows([
      ...(pages.length > 1
        ? [turn(shownIndex - 1, words.roadmap.previous), turn(shownIndex + 1, words.roadmap.following)]
        : []),
      button(words.roadmap.allSections, customId('map')),
    ]),
  );
}

/** Which page it is, and why if it is not the first one that was asked for; null if there is only one. */
function pageLine({ roadmap: say }: Words, index: number, pages: number, hasJumped: boolean): string | null {
  if (pages < 2) return null;
  return (hasJumped ? say.jumped : say.page)(index + 1, pages);
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

function isToDo({ id, children }: TopicNode, standings: Standings): boolean {
  return children.length === 0 && isOpen(standings.get(id)?.state ?? 'todo');
}

/**
 * Distributes topics over pages. A page has as many as fit in a select and in the text of a message. If it begins with a
 * part of a topic, the topics above that part are named before it.
 */
function paged(nodes: readonly TopicNode[], markedOf: (node: TopicNode) => string): readonly Page[] {
  const pages: { lines: string[]; nodes: TopicNode[]; used: number }[] = [];
  let heading: Section | null = null;
  for (const node of nodes) {
    const lineOf = (one: TopicNode): string => `${'\u2003'.repeat(depth(one))}${markedOf(one)}`;
    const isNewSection = node.section !== node.top && node.section !== heading;
    heading = node.section;
    const named = isNewSection ? [`### ${inline(clip(plain(node.section.title), 80))}`] : [];
    const added = [...named, lineOf(node)];
    const length = added.join('\n').length + 1;
    const last = pages.at(-1);
    if (last === undefined || last.nodes.length === TOPICS_PER_PAGE || last.used + length > PAGE_BUDGET) {
      const lines = [...named, ...above(node).map(lineOf), lineOf(node)];
      pages.push({ lines, nodes: [node], used: lines.join('\n').length + 1 });
    } else {
      last.lines.push(...added);
      last.nodes.push(node);
      last.used += length;
    }
  }
  return pages;
}

/** The topics that a topic is a part of, the outermost first. */
function above({ parent }: TopicNode): readonly TopicNode[] {
  return parent === null ? [] : [...above(parent), parent];
}

/** Levels that are too deep for a phone are shown at the deepest level that fits. */
function depth(node: TopicNode): number {
  const own = node.parent === null ? 0 : depth(node.parent) + 1;
  return Math.min(own, 4);
}
