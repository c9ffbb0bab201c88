import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Progress, State } from '../progress/progress.ts';
import { isOpen, isPutOff, standings } from '../topics/status.ts';
import { isReady, studyOrder } from './order.ts';

/** How long a first try should take, in minutes. */
const SITTING = 20;

/**
 * A topic to begin with. It is in the first section with anything left, needs no other topic, and takes nearest to
 * twenty minutes. Among equals, one with a link comes first, then the order of the roadmap decides.
 * @param now epoch milliseconds
 * @returns null if nothing is left to begin
 */
export function smallTopic(outline: Outline, progress: Progress, now: number): TopicNode | null {
  const open = startable(outline, progress, now);
  const near = open.filter((node) => node.top === open[0]?.top);
  // Sorting is stable, so equals keep the order of study.
  const [smallest] = near.toSorted((a, b) => distance(a) - distance(b) || links(b) - links(a));
  return smallest ?? null;
}

/** The topics to do that could be started now, in the order of study. Stages of the career direction are left out. */
export function startable(outline: Outline, progress: Progress, now: number): readonly TopicNode[] {
  const standing = standings(outline, progress);
  const stateOf = (node: TopicNode): State => standing.get(node.id)?.state ?? 'todo';
  return studyOrder(outline).filter(
    (node) =>
      node.topic.stage === null &&
      stateOf(node) === 'todo' &&
      !isPutOff(standing.get(node.id), now) &&
      isReady(outline, node, (before) => !isOpen(stateOf(before))),
  );
}

/** A topic without a known duration is further away than any other. */
function distance({ topic: { minutes } }: TopicNode): number {
  return minutes === null ? Number.MAX_SAFE_INTEGER : Math.abs(minutes - SITTING);
}

function links({ topic }: TopicNode): number {
  return Math.min(1, topic.resources.length);
}
