import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { GroupCount } from './group-count.ts';
import { studyOrder } from './order.ts';

/**
 * The smallest step for a group after a week in which nothing was finished: of the topics that at least half of the
 * members have neither done nor skipped, and that most of these could start now, the one that takes the fewest
 * minutes. Among equals, the order of study decides.
 * @returns null if there is none whose minutes are known
 */
export function smallStep(outline: Outline, { people, openTo, readyFor }: GroupCount): TopicNode | null {
  const [smallest] = studyOrder(outline)
    .filter((node) => node.top.kind === 'track' && node.topic.minutes !== null)
    .filter((node) => 2 * openTo(node) >= people && readyFor(node) > 0 && 2 * readyFor(node) >= openTo(node))
    .toSorted((a, b) => (a.topic.minutes ?? 0) - (b.topic.minutes ?? 0));
  return smallest ?? null;
}
