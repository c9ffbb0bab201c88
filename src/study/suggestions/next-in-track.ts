import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { isReady, studyOrder } from './order.ts';
import type { Progress } from '../progress/progress.ts';
import { isOpen, standings } from '../topics/status.ts';

/**
 * The topic to study next in a track: one in progress, the longest first; else the first topic whose prerequisites are
 * settled. Topics that were put off come last.
 * @param now epoch milliseconds
 * @returns a leaf, or null if nothing is left
 */
export function nextInTrack(
  outline: Outline,
  progress: Progress,
  track: Section,
  now: number,
): TopicNode | null {
  const all = standings(outline, progress);
  const isSettled = (node: TopicNode): boolean => !isOpen(all.get(node.id)?.state ?? 'todo');
  const open = studyOrder(outline).filter((node) => node.top === track && !isSettled(node));
  const isAway = (node: TopicNode): boolean => (all.get(node.id)?.snoozedUntil ?? 0) > now;
  const sinceOf = (node: TopicNode): number => all.get(node.id)?.since ?? Number.POSITIVE_INFINITY;
  const rank = (node: TopicNode): number =>
    (isAway(node) ? 4 : 0) +
    (all.get(node.id)?.state === 'doing' ? 0 : 1) +
    (isReady(outline, node, isSettled) ? 0 : 2);
  const [first] = open.toSorted(
    (a, b) => rank(a) - rank(b) || compare(sinceOf(a), sinceOf(b)) || a.order - b.order,
  );
  return first ?? null;
}

/** This treats two infinities as equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);
