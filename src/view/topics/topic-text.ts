import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';
import type { Standing, Standings } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { joined } from '../components.ts';
import { clip, inline, maskedLink, plain } from '../escape.ts';
import { roadmapTitle } from '../roadmaps/title.ts';

/** The state of a topic as one sign. Where the state matters, it is also written in words. */
export const MARKS = { todo: '○', doing: '◐', done: '●', skipped: '⤼' } as const satisfies Record<
  Standing['state'],
  string
>;

/** Proven: done, and shown by every method that it asks for. */
export const PROVEN_MARK = '◆';

/** Anybody's files can have long titles, so titles beside others are cut. */
const TITLE_LENGTH = 80;

/** A topic's title within text. */
export const title = remembered((node: TopicNode): string =>
  inline(clip(plain(node.topic.title), TITLE_LENGTH)),
);

/** `Main Roadmap › More on Databases`: the place of a topic, without its own title. */
export const breadcrumb = remembered((node: TopicNode): string =>
  node.path.map((step) => inline(clip(plain(step), TITLE_LENGTH))).join(' › '),
);

/** The title of the topic's roadmap; null if there is only one roadmap, which needs no name. */
export function roadmapName(roadmaps: readonly Outline[], node: TopicNode): string | null {
  if (roadmaps.length < 2) return null;
  const roadmap = roadmaps.find(({ byId }) => byId.get(node.id) === node);
  return roadmap === undefined ? null : roadmapTitle(roadmap.tree.title);
}

/** `● ACID`, or `◆ ACID` if it is proven. No line ends after the mark. */
export function marked(
  node: TopicNode,
  standings: Standings,
  proven: ReadonlySet<string> = new Set(),
): string {
  const mark = proven.has(node.id) ? PROVEN_MARK : MARKS[standings.get(node.id)?.state ?? 'todo'];
  return `${mark}\u00A0${title(node)}`;
}

/** What the marks in some lines mean, in small letters; empty if there are none. */
export function legend({ map: { legend: say } }: Words, lines: readonly string[]): string {
  const kinds = ['todo', 'doing', 'done', 'proven', 'skipped'] as const;
  const signs = { ...MARKS, proven: PROVEN_MARK };
  const used = kinds.filter((kind) => lines.some((line) => line.includes(`${signs[kind]}\u00A0`)));
  return used.length === 0
    ? ''
    : `-# ${used.map((kind) => `${signs[kind]}\u00A0${say.own[kind]}`).join(' · ')}`;
}

/** The most characters that links may take in a line. */
const LINKS = 300;

/** A topic's links and its minutes in one line; empty if it has neither. */
export function toRead(words: Words, { topic: { resources, minutes } }: TopicNode): string {
  const links = joined(
    resources.slice(0, 2).map(({ label: name, url }) => maskedLink(name, url)),
    LINKS,
  );
  const time = minutes === null ? '' : words.focus.about(words.focus.duration(minutes));
  return [links, time].filter((part) => part !== '').join(' · ');
}

/** A member in text, shown by their name. This notifies nobody. */
export function mention(userId: string): string {
  return `<@${userId}>`;
}

/** A topic in choices and options, which have no Markdown. It has enough of its place to tell it from others. */
export function label(node: TopicNode, max: number): string {
  const name = plain(node.topic.title);
  const where = node.path.at(-1);
  return clip(where === undefined ? name : `${clip(name, max - 20)} · ${plain(where)}`, max);
}

/** A topic with its whole place, for topics that `label` does not tell apart. */
export function fullLabel(node: TopicNode): string {
  return [clip(plain(node.topic.title), 40), node.path.map(plain).join(' › ')].join(' · ');
}
