import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import type { Progress } from '../progress/progress.ts';
import { isOpen, isPutOff, leaves, type Standings, standings } from '../topics/status.ts';
import { studyOrder } from './order.ts';
import { suggest } from './suggest.ts';

/**
 * The topic to study next, which every screen calls *Next*: the first suggestion, so that it is what the picks would begin
 * with. After a topic with others under it, an open one of these comes first. Topics that were put off are left out, except
 * that a track is not finished without them.
 * @param now epoch milliseconds
 * @param around the topic that it comes after, or the track that it has to be in
 * @returns a leaf, or null if nothing is left
 */
export function nextTopic(
  outline: Outline,
  progress: Progress,
  now: number,
  around: { readonly after: TopicNode } | { readonly within: Section },
): TopicNode | null {
  const all = standings(outline, progress);
  if ('within' in around) return nextWithin(outline, progress, now, around.within, all);
  const { after } = around;
  const under = after.children.find(
    (node) =>
      node.children.length === 0 && all.get(node.id)?.state === 'todo' && !isPutOff(all.get(node.id), now),
  );
  if (under !== undefined) return under;
  const except = new Set(leaves(after).map(({ id }) => id));
  return suggest({ outline, progress, now, count: 1, except })[0]?.node ?? null;
}

function nextWithin(
  outline: Outline,
  progress: Progress,
  now: number,
  track: Section,
  all: Standings,
): TopicNode | null {
  const isInside = (node: TopicNode): boolean => node.top === track;
  const except = new Set(outline.nodes.filter((node) => !isInside(node)).map(({ id }) => id));
  const [suggestion] = suggest({ outline, progress, now, count: 1, except });
  if (suggestion !== undefined) return suggestion.node;
  const open = studyOrder(outline).filter(
    (node) => isInside(node) && isOpen(all.get(node.id)?.state ?? 'todo'),
  );
  return open.find((node) => !isPutOff(all.get(node.id), now)) ?? open[0] ?? null;
}
