import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, select, text } from '../components.ts';
import { label, title } from './topic-text.ts';

/** The actions that can change all topics under another at once. */
export type WholeAction = keyof Words['confirm']['question'];

/**
 * Asks before the topics under a parent are changed, and lists them.
 * @param affected the topics that `yes` changes
 * @param options topics of which a single one can be chosen instead
 */
export function confirmView(
  words: Words,
  action: WholeAction,
  parent: TopicNode,
  affected: readonly TopicNode[],
  options: readonly TopicNode[] = affected,
): Message {
  const [first] = affected;
  const choices = options.map((node) => ({ label: label(node, 100), value: node.id }));
  return card(
    'neutral',
    text(
      words.confirm.question[action](title(parent), options.length),
      action === 'start' && first !== undefined ? words.confirm.first(title(first)) : null,
    ),
    row(
      button(words.confirm.yes[action](affected.length), customId('all', action, parent.id), 'primary'),
      button(words.act.cancel, customId('topic', parent.id)),
    ),
    ...(options.length > 1 ? [select(customId('one', action), words.confirm.chooseOne, choices)] : []),
  );
}
