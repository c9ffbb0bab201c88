import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Words } from '../../words/index.ts';
import { button, card, LIMITS, type Message, rows, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { label } from './topic-text.ts';

/** Says that a topic does not exist, and offers topics that may have been meant. */
export function unknownTopicView(words: Words, typed: string, near: readonly TopicNode[]): Message {
  const said = words.failure.unknownTopic(inline(clip(plain(typed), 100)));
  if (near.length === 0) return card('problem', text(said, words.failure.tryTyping));
  const choices = near.map((node) => button(label(node, LIMITS.buttonLabel), customId('topic', node.id)));
  return card('problem', text(said, words.failure.didYouMean), ...rows(choices));
}
