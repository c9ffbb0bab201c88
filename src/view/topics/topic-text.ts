import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Standing } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { joined } from '../components.ts';
import { clip, inline, maskedLink, plain } from '../escape.ts';

/** Where a topic stands, in one sign; what it stands for is also said in words wherever it matters. */
export const MARKS = { todo: '○', doing: '◐', done: '●', skipped: '⤼' } as const satisfies Record<
  Standing['state'],
  string
>;

/** Proven: done, and shown by all that it asks for. */
export const PROVEN_MARK = '◆';

/** Titles come from files of anybody's: long ones are cut where they stand among others. */
const TITLE_LENGTH = 80;

/** A topic's title within text. */
export function title(node: TopicNode): string {
  return inline(clip(plain(node.topic.title), TITLE_LENGTH));
}

/** `Main Roadmap › More on Databases`: where a topic stands, without itself. */
export function breadcrumb(node: TopicNode): string {
  return node.path.map((step) => inline(clip(plain(step), TITLE_LENGTH))).join(' › ');
}

/** The title of the roadmap that a topic is of, among some; null where there is only one, for nothing is to be told apart. */
export function roadmapName(roadmaps: readonly Outline[], node: TopicNode): string | null {
  if (roadmaps.length < 2) return null;
  const roadmap = roadmaps.find(({ byId }) => byId.get(node.id) === node);
  return roadmap === undefined ? null : inline(clip(plain(roadmap.tree.title), TITLE_LENGTH));
}

/** `● ACID`, or `◆ ACID` if it is one of the proven ones. */
export function marked(
  node: TopicNode,
  standings: ReadonlyMap<string, Standing>,
  proven: ReadonlySet<string> = new Set(),
): string {
  const mark = proven.has(node.id) ? PROVEN_MARK : MARKS[standings.get(node.id)?.state ?? 'todo'];
  return `${mark} ${title(node)}`;
}

/** How much of a line links may take, in characters. */
const LINKS = 300;

/** What there is to read on a topic and how long it takes, in one line; empty where neither is known. */
export function toRead(words: Words, { topic: { resources, minutes } }: TopicNode): string {
  const links = joined(
    resources.slice(0, 2).map(({ label: name, url }) => maskedLink(name, url)),
    LINKS,
  );
  const time = minutes === null ? '' : words.topic.minutes(minutes);
  return [links, time].filter((part) => part !== '').join(' · ');
}

/** A member in text: shown by their name, never called. */
export function mention(userId: string): string {
  return `<@${userId}>`;
}

/** A topic where there is no Markdown, with enough of its place to tell it from others: for choices and options. */
export function label(node: TopicNode, max: number): string {
  const name = plain(node.topic.title);
  const where = node.path.at(-1);
  return clip(where === undefined ? name : `${clip(name, max - 20)} · ${plain(where)}`, max);
}

/** A topic with all of its place, for those that `label` does not tell apart. */
export function fullLabel(node: TopicNode): string {
  return [clip(plain(node.topic.title), 40), node.path.map(plain).join(' › ')].join(' · ');
}
