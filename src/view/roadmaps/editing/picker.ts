import type { Heading } from '../../../roadmap/headings.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import type { Words } from '../../../words/index.ts';
import { button, card, LIMITS, type Message, row, rows, select, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { clip, plain } from '../../escape.ts';
import { label, title } from '../../topics/topic-text.ts';
import { paged, topicOption } from './editor.ts';

/** The purposes for which another topic is chosen. */
export const PURPOSES = ['needs', 'move', 'merge'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A choice of another topic. */
export interface Picking {
  readonly purpose: Purpose;
  readonly node: TopicNode;
  readonly number: number;
  readonly note: string | null;
}

/** The first step: choose the section of the topic. */
export function pickSectionView(
  words: Words,
  { purpose, node, number, note }: Picking,
  headings: readonly Heading[],
  page: number,
): Message {
  const options = headings.map((heading) => ({
    label: clip(plain(heading.path.join(' › ')), LIMITS.optionText),
    value: heading.id,
  }));
  return card(
    'neutral',
    text(note, words.editing.pick[purpose](title(node))),
    ...paged(words, options, page, {
      choose: customId('edit-in', purpose, node.id),
      placeholder: words.editing.chooseSection,
      turn: (to) => customId('edit-pick', purpose, node.id, to),
    }),
    row(
      button(words.editing.find, customId('edit-form', `find-${purpose}`, node.id, number)),
      button(words.act.back, customId('edit-topic', node.id)),
    ),
  );
}

/**
 * The second step: choose the topic. To move a topic, the section itself can be chosen too. `heading`: null for
 * search results.
 */
export function pickTopicView(
  words: Words,
  { purpose, node, number, note }: Picking,
  { heading, nodes, page }: { heading: Heading | null; nodes: readonly TopicNode[]; page: number },
): Message {
  const others = nodes.filter((one) => one.id !== node.id);
  const options = others.map((one) =>
    heading === null ? { label: label(one, LIMITS.optionText), value: one.id } : topicOption(one),
  );
  const toSection =
    purpose === 'move' && heading !== null
      ? [button(words.editing.toSectionEnd, customId('edit-move', node.id, number, 'section', heading.id))]
      : [];
  return card(
    'neutral',
    text(note, words.editing.pick[purpose](title(node))),
    ...paged(words, options, page, {
      choose: customId('edit-chosen', purpose, node.id, number),
      placeholder: words.editing.chooseTopic,
      turn: (to) => customId('edit-in', purpose, node.id, heading?.id ?? '-', to),
    }),
    ...rows([...toSection, button(words.act.back, customId('edit-pick', purpose, node.id))]),
  );
}

/** Asks where to move a topic: beside another one or under it. */
export function whereView(words: Words, node: TopicNode, target: TopicNode, number: number): Message {
  const to = (how: string) => customId('edit-move', node.id, number, how, target.id);
  return card(
    'neutral',
    text(words.editing.where(title(node), title(target))),
    row(
      button(words.editing.before, to('before')),
      button(words.editing.behind, to('behind'), 'primary'),
      button(words.editing.asPart, to('topic')),
      button(words.act.back, customId('edit-pick', 'move', node.id)),
    ),
  );
}

/** Asks before something is removed. `name` is on the button whose custom id is `yes`. `no` leads back. */
export function sureView(
  words: Words,
  question: string,
  { name, yes, no }: { readonly name: string; readonly yes: string; readonly no: string },
): Message {
  return card('problem', text(question), row(button(name, yes, 'danger'), button(words.act.cancel, no)));
}

/** The topics that a search found, to open one. */
export function foundView(words: Words, nodes: readonly TopicNode[]): Message {
  const options = nodes.map((one) => ({ label: label(one, LIMITS.optionText), value: one.id }));
  return card(
    'neutral',
    select(customId('edit-topic'), words.editing.chooseTopic, options),
    row(button(words.act.back, customId('edit'))),
  );
}
