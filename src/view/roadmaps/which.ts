import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Words } from '../../words/index.ts';
import { roadmapMark } from '../about-roadmap.ts';
import { button, card, type Message, rows, text } from '../components.ts';
import { customId, withMark } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';

const MOST = 10;

/** Says that there is no such roadmap, and which ones there are. */
export function unknownRoadmapView(words: Words, typed: string, titles: readonly string[]): Message {
  const known = titles.slice(0, MOST).map((title) => `**${short(title)}**`);
  return card('problem', text(words.roadmaps.unknown(short(typed)), words.roadmaps.known(words.list(known))));
}

/** Asks which topic is meant, because several roadmaps have a topic with that name. */
export function severalTopicsView(
  words: Words,
  typed: string,
  found: readonly { readonly roadmap: Outline; readonly node: TopicNode }[],
): Message {
  const choices = found
    .slice(0, MOST)
    .map(({ roadmap, node }) =>
      button(plain(roadmap.tree.title), withMark(customId('topic', node.id), roadmapMark(roadmap.id))),
    );
  return card('invite', text(words.roadmaps.several(short(typed))), ...rows(choices));
}

function short(title: string): string {
  return inline(clip(plain(title), 80));
}
