import { customId } from '../custom-id.ts';
import { aboutRoadmap } from '../about-roadmap.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, section, separator, text } from '../components.ts';
import { title, toRead } from '../topics/topic-text.ts';

/**
 * The result of joining, and one small topic to begin with.
 * @param second the id of the roadmap if another one stays the main one; else null
 * @param small null for a member who has joined before, or if nothing is left to begin
 */
export function joinedView(
  words: Words,
  said: string,
  small: TopicNode | null,
  isSetUp: boolean,
  second: string | null = null,
): Message {
  const joined = card(
    'invite',
    text(said, isSetUp ? null : `-# ${words.roadmap.notSetUp}`),
    ...(small === null ? [] : [separator(), startSmall(words, small)]),
    row(
      button(words.roadmap.whatNow, customId('today'), small === null ? 'primary' : 'secondary'),
      button(words.roadmap.lookThrough, customId('map')),
      ...(second === null ? [] : [button(words.roadmaps.makeDefault, customId('roadmap-do', 'default'))]),
    ),
  );
  // Without its mark, a button is about the main roadmap.
  return second === null ? joined : { ...joined, components: aboutRoadmap(joined.components, second) };
}

function startSmall(words: Words, node: TopicNode) {
  const lines = [words.roadmap.startSmall, `**${title(node)}**`, toRead(words, node)];
  return section(
    lines.filter((line) => line !== '').join('\n'),
    button(words.act.start, customId('do', 'start', node.id), 'primary'),
  );
}

/** Says that the member has left the group, or had not joined it. */
export function leftView(words: Words, hadJoined: boolean): Message {
  return card(
    'neutral',
    text(hadJoined ? words.roadmap.left : words.roadmap.notJoined),
    row(button(words.act.join, customId('join'))),
  );
}
