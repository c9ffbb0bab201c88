import type { TopicNode } from '../roadmap/outline.ts';
import { LIMITS } from '../view/components.ts';
import { clip, plain } from '../view/escape.ts';
import { label } from '../view/topics/topic-text.ts';
import type { Choice } from './command.ts';

/** What is suggested while one types: as many, and as long, as Discord takes, which is as for the options of a list. */
export function choices(offered: readonly Choice[]): readonly Choice[] {
  return offered
    .slice(0, LIMITS.optionsPerSelect)
    .map(({ name, value }) => ({ name: clip(plain(name), LIMITS.optionText), value }));
}

/** Topics to choose from while one types. */
export function topicChoices(nodes: readonly TopicNode[]): readonly Choice[] {
  return choices(nodes.map((node) => ({ name: label(node, LIMITS.optionText), value: node.id })));
}
