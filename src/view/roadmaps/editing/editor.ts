import type { Heading } from '../../../roadmap/headings.ts';
import type { Outline, TopicNode } from '../../../roadmap/outline.ts';
import { METHODS, OWN_SECTION, type Section } from '../../../roadmap/roadmap.ts';
import type { Words } from '../../../words/index.ts';
import {
  button,
  card,
  filled,
  fitting,
  joined,
  LIMITS,
  type Message,
  type Option,
  menu,
  row,
  select,
  separator,
  text,
} from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { clip, inline, maskedLink, plain } from '../../escape.ts';
import { breadcrumb, title } from '../../topics/topic-text.ts';
import { roadmapTitle } from '../title.ts';

/** What every page of the editor needs in addition to its subject. */
export interface EditorState {
  readonly outline: Outline;
  /** The number of the version that is shown. */
  readonly number: number;
  /** Whose copy the first change makes; null if it makes none. */
  readonly copy: keyof Words['editing']['copyFirst'] | null;
  /** What has just happened, and whether it can be undone. */
  readonly note: string | null;
  readonly undoable: boolean;
  /** How many proposals of members are open. */
  readonly proposals: number;
}

/** Used instead of a section's id for the roadmap as a whole. No id is a single hyphen. */
export const WHOLE = '-';

/** A list with the names above it is short enough for a phone; one without holds as many as Discord allows. */
const PAGE = { named: 10, unnamed: LIMITS.optionsPerSelect };
/** The room for the topics of a page, in characters. */
const NAMES = 2500;

/** The sections of a roadmap in the order of the file, to choose one. `page`: counted from 0. */
export function editHomeView(
  words: Words,
  state: EditorState,
  headings: readonly Heading[],
  page: number,
): Message {
  const { outline } = state;
  const options = headings.map(({ path, id, section }) => ({
    label: clip(plain(path.join(' › ')), LIMITS.optionText),
    value: id,
    description: words.topics(topicsIn(outline, section)),
  }));
  const name = roadmapTitle(outline.tree.title, 100);
  return card(
    'neutral',
    ...noted(state),
    text(
      words.editing.heading(name),
      words.editing.sections(headings.length),
      state.copy === null ? null : words.editing.copyFirst[state.copy],
    ),
    ...paged(words, options, page, {
      choose: customId('edit-section'),
      placeholder: words.editing.chooseSection,
      turn: (to) => customId('edit', to),
      names: headings.map((heading) => sectionName(words, outline, heading)),
    }),
    row(
      button(words.editing.find, customId('edit-form', 'find', 'topic', state.number)),
      button(words.editing.addSection, customId('edit-form', 'section', WHOLE, state.number)),
      ...(state.proposals > 0
        ? [button(words.proposals.waiting(state.proposals), customId('proposals'))]
        : []),
      ...undoButton(words, state),
    ),
  );
}

/** A section with its topics, to change it or choose one of them. */
export function editSectionView(words: Words, state: EditorState, heading: Heading, page: number): Message {
  const { section, id } = heading;
  const nodes = nodesIn(state.outline, section);
  const options = nodes.map(topicOption);
  const ways = section.methods.map((method) => words.notebook.method[method]);
  return card(
    'neutral',
    ...noted(state),
    text(
      `## ${inline(clip(plain(section.title), 100))}`,
      heading.path
        .slice(0, -1)
        .map((step) => inline(clip(plain(step), 80)))
        .join(' › '),
      words.topics(topicsIn(state.outline, section)),
      ways.length === 0
        ? null
        : words.editing.ways(words.list(ways.map((way) => way.toLocaleLowerCase(words.locale)))),
    ),
    ...paged(words, options, page, {
      choose: customId('edit-topic'),
      placeholder: words.editing.chooseTopic,
      turn: (to) => customId('edit-section', id, to),
      names: nodes.map(topicName),
    }),
    row(
      button(words.editing.addTopics, customId('edit-form', 'add', id, state.number), 'primary'),
      button(words.roadmap.allSections, customId('edit')),
      ...undoButton(words, state),
    ),
    ...menu(words.act.more, [
      button(words.editing.changeWays, customId('edit-ways', id)),
      button(words.editing.addSection, customId('edit-form', 'section', id, state.number)),
      ...(section.key === OWN_SECTION
        ? []
        : [
            button(words.editing.rename, customId('edit-form', 'head', id, state.number)),
            button(words.editing.move, customId('edit-beside', id)),
            button(words.editing.remove, customId('edit-section-remove', id, state.number)),
          ]),
    ]),
  );
}

/** A topic, to change it. `page`: of its links and notes, counted from 0. */
export function editTopicView(
  words: Words,
  state: EditorState,
  node: TopicNode,
  heading: Heading,
  page: number,
): Message {
  const { editing } = words;
  const { number, outline } = state;
  const { topic, children } = node;
  const needs = topic.needs.flatMap((key) => outline.byKey.get(key) ?? []);
  const said = [
    ...topic.resources.map(({ label: name, url }, at) => ({
      label: clip(plain(name) || plain(url), LIMITS.optionText),
      value: `relink-${at}`,
    })),
    ...topic.notes.map((note, at) => ({
      label: clip(plain(note), LIMITS.optionText),
      value: `renote-${at}`,
    })),
  ];
  const form = (what: string, name: string, style?: 'primary') =>
    button(name, customId('edit-form', what, node.id, number), style);
  return card(
    'neutral',
    ...noted(state),
    text(
      `## ${title(node)}`,
      `-# ${breadcrumb(node)}`,
      topic.minutes === null ? null : editing.takes(words.focus.duration(topic.minutes)),
      titled(children, editing.parts),
      titled(needs, editing.needs),
      topic.resources.length === 0
        ? null
        : editing.links(
            joined(
              topic.resources.map(({ label: name, url }) => maskedLink(name, url)),
              700,
            ),
          ),
      fitting(
        topic.notes.map((note) => `- ${inline(clip(plain(note), 200))}`),
        700,
        words.andMore,
      ),
    ),
    separator(),
    row(
      form('change', editing.change, 'primary'),
      form('link', editing.link),
      form('note', editing.note),
      button(editing.toSection, customId('edit-section', heading.id, pageIn(outline, node))),
      ...undoButton(words, state),
    ),
    // After a proposal was accepted, the way to the next one is here.
    ...(state.note !== null && state.proposals > 0
      ? [row(button(words.proposals.waiting(state.proposals), customId('proposals')))]
      : []),
    ...paged(words, said, page, {
      choose: customId('edit-said', node.id),
      placeholder: editing.said,
      turn: (to) => customId('edit-topic', node.id, to),
    }),
    ...menu(words.act.more, [
      form('split', editing.addParts),
      button(editing.first, customId('edit-pick', 'needs', node.id)),
      button(editing.move, customId('edit-pick', 'move', node.id)),
      button(editing.merge, customId('edit-pick', 'merge', node.id)),
      button(editing.remove, customId('edit-remove', node.id, number)),
    ]),
  );
}

/** The ways to prove the topics of a section, to choose them. */
export function editWaysView(words: Words, { number }: EditorState, { section, id, path }: Heading): Message {
  const { editing } = words;
  const methods = METHODS.map((method) => ({
    label: words.notebook.method[method],
    value: method,
    chosen: section.methods.includes(method),
  }));
  return card(
    'neutral',
    text(editing.waysHeading, `-# ${path.map((step) => inline(clip(plain(step), 80))).join(' › ')}`),
    select(customId('edit-methods', id, number), editing.methods, methods, { min: 1, max: METHODS.length }),
    row(button(editing.toSection, customId('edit-section', id))),
  );
}

/** The topics that stand in a section itself, in file order. */
function nodesIn({ nodes }: Outline, { key }: Section): readonly TopicNode[] {
  return nodes.filter((node) => node.section.key === key);
}

/** The page of its section on which a topic is offered, counted from 0. */
export function pageIn(outline: Outline, node: TopicNode): number {
  return Math.floor(nodesIn(outline, node.section).indexOf(node) / PAGE.named);
}

/** `- **Main Roadmap** · 37 topics`, deeper in the list for a section within another. */
function sectionName(words: Words, outline: Outline, { path, section }: Heading): string {
  const name = inline(clip(plain(section.title), 80));
  return `${indent(path.length - 1)}- **${name}** · ${words.topics(topicsIn(outline, section))}`;
}

/** `- ACID`, deeper in the list for a part of another topic. */
function topicName(node: TopicNode): string {
  return `${indent(depthOf(node))}- ${title(node)}`;
}

/** A topic in a list of its own section. What it is a part of stands below it. */
export function topicOption({ topic, parent, id }: TopicNode): Option {
  const whole = parent === null ? '' : clip(plain(parent.topic.title), LIMITS.optionText);
  const label = clip(plain(topic.title), LIMITS.optionText);
  return { label, value: id, ...(whole !== '' && { description: whole }) };
}

function depthOf({ parent }: TopicNode): number {
  return parent === null ? 0 : depthOf(parent) + 1;
}

/** Lists that are deeper than a phone can show stay at the deepest level that it can. */
function indent(depth: number): string {
  return '  '.repeat(Math.min(depth, 3));
}

/** How many topics a section has itself. As everywhere, a topic with parts is not counted, but its parts are. */
function topicsIn(outline: Outline, section: Section): number {
  return nodesIn(outline, section).filter(({ children }) => children.length === 0).length;
}

function titled(nodes: readonly TopicNode[], said: (list: string) => string): string | null {
  return nodes.length === 0 ? null : said(joined(nodes.map(title), 500));
}

/** What has just happened, above the rest. */
function noted({ note }: EditorState) {
  return note === null ? [] : [text(note), separator()];
}

function undoButton(words: Words, { undoable, outline, number }: EditorState) {
  return undoable ? [button(words.editing.undo, customId('edit-undo', outline.id, number))] : [];
}

interface Paging {
  readonly choose: string;
  readonly placeholder: string;
  readonly turn: (page: number) => string;
  /** The options' names, to read above the list; left out if the list alone will do. */
  readonly names?: readonly string[];
}

/** One page of a list of any length. If the page does not exist, the nearest is shown. */
export function paged(
  words: Words,
  options: readonly Option[],
  page: number,
  { choose, placeholder, turn, names = [] }: Paging,
) {
  const size = PAGE[names.length > 0 ? 'named' : 'unnamed'];
  const pages = Math.max(1, Math.ceil(options.length / size));
  const shown = Math.min(Math.max(page, 0), pages - 1);
  const from = shown * size;
  const some = options.slice(from, from + size);
  if (some.length === 0) return [];
  const turns = [
    [shown - 1, words.roadmap.previous],
    [shown + 1, words.roadmap.following],
  ] as const;
  return [
    ...filled(
      fitting(names.slice(from, from + size), NAMES, words.andMore),
      pages === 1 ? null : words.roadmap.page(shown + 1, pages),
    ),
    select(choose, placeholder, some),
    ...(pages === 1
      ? []
      : [
          row(
            ...turns.map(([to, name]) => {
              const isThere = to >= 0 && to < pages;
              return button(name, turn(to), 'secondary', !isThere);
            }),
          ),
        ]),
  ];
}
