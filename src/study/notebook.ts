import type { TopicNode } from '../roadmap/outline.ts';
import type { Method } from '../roadmap/roadmap.ts';
import { METHODS } from '../roadmap/roadmap.ts';
import { slug } from '../roadmap/tree/keys.ts';
import type { AnkiCard } from './anki.ts';
import { contained } from '../text/contained.ts';
import { cuesOf } from './review/cues.ts';

/** One piece of work in a notebook. */
export interface NotebookPiece {
  readonly topicId: string;
  /** The title of a topic that is no longer in the roadmap. */
  readonly title: string;
  /** The title of the section or topic that last held it; null if that is not known. */
  readonly holder: string | null;
  readonly method: Method;
  readonly text: string;
  readonly url: string | null;
  readonly language: string | null;
  readonly fileName: string | null;
  /** Epoch ms, both. */
  readonly writtenAt: number;
  readonly provenAt: number | null;
}

/** The notebook's own sentences, as plain text. */
export interface NotebookWords {
  readonly title: string;
  readonly elsewhere: string;
  readonly method: Readonly<Record<Method, string>>;
  readonly about: (piece: NotebookPiece) => readonly string[];
  readonly recall: (title: string) => string;
  readonly explain: (title: string) => string;
}

/** A topic with everything that was written about it. */
export interface NotebookTopic {
  /** Null if the topic is no longer in the roadmap. */
  readonly node: TopicNode | null;
  readonly title: string;
  /** In the order of the methods. */
  readonly pieces: readonly NotebookPiece[];
}

/**
 * Groups pieces of work by topic, in the order of the roadmap. Topics that are no longer in it come last, in the
 * order in which they were written about.
 */
export function notebookTopics(
  byId: ReadonlyMap<string, TopicNode>,
  pieces: readonly NotebookPiece[],
): readonly NotebookTopic[] {
  const order = (node: TopicNode | null): number => node?.order ?? byId.size;
  return [...Map.groupBy(pieces, ({ topicId }) => topicId)]
    .map(([id, own]) => {
      const node = byId.get(id) ?? null;
      return {
        node,
        title: node?.topic.title ?? own[0]?.title ?? '',
        pieces: own.toSorted((a, b) => METHODS.indexOf(a.method) - METHODS.indexOf(b.method)),
      };
    })
    .toSorted((a, b) => order(a.node) - order(b.node));
}

/** The levels of a notebook's headings. Headings in the members' own texts are moved below them. */
const LEVEL = { section: 2, topic: 3, piece: 4 };

/** The beginning of a notebook. */
export function notebookHead(words: NotebookWords): string {
  return `${heading(1, words.title)}\n`;
}

/**
 * A notebook's text for a topic: a heading for it and for each piece, with the written text below. The heading of its
 * section comes first if the previous topic was in another section.
 */
export function notebookPart(
  { node, title, pieces }: NotebookTopic,
  before: NotebookTopic | undefined,
  words: NotebookWords,
): string {
  const sectionOf = (topic: NotebookTopic): string => topic.node?.top.title ?? words.elsewhere;
  const section = node?.top.title ?? words.elsewhere;
  const blocks =
    before !== undefined && sectionOf(before) === section ? [] : [heading(LEVEL.section, section)];
  blocks.push(heading(LEVEL.topic, title));
  if (node !== null && node.path.length > 1) blocks.push(line(node.path.join(' › ')));
  for (const piece of pieces) {
    blocks.push(heading(LEVEL.piece, words.method[piece.method]), ...words.about(piece).map(line));
    if (piece.url !== null) blocks.push(`<${piece.url.replaceAll(/[<>\s\\]/g, encodeURIComponent)}>`);
    if (piece.text.trim() !== '') blocks.push(contained(piece.text, LEVEL.piece));
  }
  return `\n${blocks.join('\n\n')}\n`;
}

/**
 * The card of a topic that something was written about. With a cheat code it asks by its cues, otherwise for an
 * explanation.
 */
export function notebookCard({ node, title, pieces }: NotebookTopic, words: NotebookWords): AnkiCard | null {
  const written = pieces.filter(({ text }) => text.trim() !== '');
  const [first] = written;
  if (first === undefined) return null;
  const { topicId, holder } = first;
  const cues = written.flatMap(({ method, text }) => (method === 'cheatcode' ? cuesOf(text) : []));
  return {
    topicId,
    question: cues.length > 0 ? words.recall(title) : words.explain(title),
    place: node?.path ?? (holder === null ? [] : [holder]),
    cues,
    answers: written.map(({ method, text }) => ({ heading: words.method[method], text: text.trim() })),
    tags: (node?.path ?? []).map(slug),
  };
}

function heading(level: number, title: string): string {
  return `${'#'.repeat(level)} ${line(title)}`;
}

/** Plain text as a line of Markdown that shows exactly this text. */
function line(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~&!]/g, (mark) => `\\${mark}`)
    .replace(/^([-+=]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
