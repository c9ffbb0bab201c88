import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Progress, State } from '../progress/progress.ts';
import { isOpen, standings } from '../topics/status.ts';
import { isReady, studyOrder } from './order.ts';

/** What somebody takes on who only wants to try, in minutes. */
const SITTING = 20;

/**
 * A topic to begin with: of the first section that has something left, what nothing else has to come before, nearest to
 * twenty minutes; with a link before without, then in the order of the roadmap.
 * @param now epoch milliseconds
 * @returns null if nothing is left to begin
 */
export function smallTopic(outline: Outline, progress: Progress, now: number): TopicNode | null {
  const standing = standings(outline, progress);
  const stateOf = (node: TopicNode): State => standing.get(node.id)?.state ?? 'todo';
  const open = studyOrder(outline).filter(
    (node) =>
      node.topic.stage === null &&
      stateOf(node) === 'todo' &&
      (standing.get(node.id)?.snoozedUntil ?? 0) <= now &&
      isReady(outline, node, (before) => !isOpen(stateOf(before))),
  );
  const near = open.filter((node) => node.top === open[0]?.top);
  // Sorting keeps the order of study among equals.
  const [smallest] = near.toSorted((a, b) => distance(a) - distance(b) || links(b) - links(a));
  return smallest ?? null;
}

/** A topic of which nobody knows how long it takes is further away than any other. */
function distance({ topic: { minutes } }: TopicNode): number {
  return minutes === null ? Number.MAX_SAFE_INTEGER : Math.abs(minutes - SITTING);
}

function links({ topic }: TopicNode): number {
  return Math.min(1, topic.resources.length);
}
