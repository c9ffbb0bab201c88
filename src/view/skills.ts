import type { APIComponentInContainer } from 'discord.js';
import type { Outline, TopicNode } from '../roadmap/outline.ts';
import type { Words } from '../words/index.ts';
import { button, card, fitting, type Message, row, rows, select, text } from './components.ts';
import { customId } from './custom-id.ts';
import { plain } from './escape.ts';
import { breadcrumb, title } from './topics/topic-text.ts';
import { roadmapTitle } from './roadmaps/title.ts';

/** A topic in one of the roadmaps that a member follows. */
export interface TopicPlace {
  readonly roadmap: Outline;
  readonly node: TopicNode;
}

/** As many ids as fit into the id of a button. */
export const MOST_OFFERED = 5;
/** How many characters the list of places may have. */
const BUDGET = 1200;

/** Asks once whether a topic counts as one with topics of the same title, and shows where they are. */
export function skillOffer(
  words: Words,
  node: TopicNode,
  places: readonly TopicPlace[],
): readonly APIComponentInContainer[] {
  const { skills } = words;
  const ids = places.map((place) => place.node.id);
  return [
    text(skills.also, placesOf(words, places), `**${skills.ask(places.length)}** ${skills.shares}`),
    row(
      button(skills.yes, customId('same-join', node.id, ...ids), 'success'),
      button(skills.no, customId('same-leave', node.id)),
    ),
  ];
}

/** The content of the screen about a topic's skill. */
export interface SkillShown extends TopicPlace {
  /** The topics that count as one with it, and those that could. */
  readonly mates: readonly TopicPlace[];
  readonly candidates: readonly TopicPlace[];
  /** What has just happened. */
  readonly note: string | null;
  readonly next: TopicNode | null;
}

/** Shows where a topic counts. The member can join topics, or keep the topic apart. */
export function skillView(words: Words, shown: SkillShown): Message {
  const { node, roadmap, mates, candidates, note, next } = shown;
  const { skills, act } = words;
  const options = candidates.map((place) => ({
    label: plain(place.node.topic.title),
    value: place.node.id,
    description: [place.roadmap.tree.title, ...place.node.path].map(plain).join(' › '),
  }));
  return card(
    'neutral',
    text(note, `## ${title(node)}`, `-# ${placeName(roadmap, node)}`),
    mates.length === 0 ? text(skills.alone) : text(skills.with, placesOf(words, mates), skills.explained),
    ...(options.length === 0 ? [] : [select(customId('same-join', node.id), skills.choose, options)]),
    ...rows([
      ...(next === null
        ? [button(act.openTopic, customId('topic', node.id), 'primary')]
        : [
            button(act.next(plain(next.topic.title)), customId('topic', next.id), 'primary'),
            button(act.openTopic, customId('topic', node.id)),
          ]),
      ...(mates.length === 0 ? [] : [button(skills.part, customId('same-part', node.id))]),
    ]),
  );
}

/** One line with the titles of the other roadmaps in which a topic counts. */
export function countsIn(words: Words, mates: readonly TopicPlace[]): string {
  const titles = new Set(mates.map(({ roadmap }) => roadmapTitle(roadmap.tree.title, 60)));
  return words.skills.countsIn([...titles].slice(0, MOST_OFFERED).join(', '));
}

function placesOf(words: Words, places: readonly TopicPlace[]): string {
  const lines = places.map(({ roadmap, node }) => `- **${title(node)}** · ${placeName(roadmap, node)}`);
  return fitting(lines, BUDGET, words.andMore);
}

function placeName({ tree }: Outline, node: TopicNode): string {
  const where = breadcrumb(node);
  return [roadmapTitle(tree.title), ...(where === '' ? [] : [where])].join(' › ');
}
