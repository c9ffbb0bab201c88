import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';

/** The siblings of a topic: under the same parent, or at the top of the same section. */
export function siblingsOf(outline: Outline, node: TopicNode): readonly TopicNode[] {
  const around = node.parent?.children ?? outermost(outline).get(node.section) ?? [];
  return around.filter((other) => other !== node);
}

/** The topics of each section that are under no other topic. */
const outermost = remembered(({ nodes }) =>
  Map.groupBy(
    nodes.filter((node) => node.parent === null),
    (node) => node.section,
  ),
);
