import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';
import type { Progress } from '../progress/progress.ts';
import { leaves, type Standings } from '../topics/status.ts';
import { suggest } from './suggest.ts';

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

/**
 * The topic to study after another: an open one under it, else the next open sibling, else a suggestion.
 * @param now epoch milliseconds
 */
export function nextAfter(
  outline: Outline,
  node: TopicNode,
  progress: Progress,
  standings: Standings,
  now: number,
): TopicNode | null {
  const isOpen = (other: TopicNode): boolean =>
    standings.get(other.id)?.state === 'todo' && other.children.length === 0;
  const under = node.children.find(isOpen);
  if (under !== undefined) return under;
  const beside = siblingsOf(outline, node).find((other) => other.order > node.order && isOpen(other));
  if (beside !== undefined && node.parent !== null) return beside;
  const except = new Set(leaves(node).map((leaf) => leaf.id));
  const [suggestion] = suggest({ outline, progress, now, count: 1, except });
  return suggestion?.node ?? beside ?? null;
}
