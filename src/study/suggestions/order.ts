import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import { remembered } from '../../roadmap/remembered.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import { trackOf } from '../topics/status.ts';

/** The steps of the career direction, in file order. */
export const stagesOf = remembered((outline): readonly TopicNode[] =>
  outline.nodes.filter((node) => node.top.kind === 'career' && node.children.length === 0),
);

/** The tracks: first those that are stages of the career direction, in its order, then the others in file order. */
export function tracksInOrder(outline: Outline): readonly Section[] {
  const staged = stagesOf(outline).flatMap((stage) => trackOf(outline, stage.topic.stage) ?? []);
  return [...new Set([...staged, ...outline.tree.sections.filter((section) => section.kind === 'track')])];
}

/**
 * All leaves in the order of study: stage by stage of the career direction, each track in file order; then the tracks
 * that are no stage; then tools and apps. A stage that stands for a track is not studied itself.
 */
export const studyOrder = remembered((outline): readonly TopicNode[] => {
  const bySection = Map.groupBy(
    outline.nodes.filter((node) => node.children.length === 0),
    (node) => node.top,
  );
  const order = stagesOf(outline).flatMap((stage) => {
    const track = trackOf(outline, stage.topic.stage);
    return track === null ? [stage] : (bySection.get(track) ?? []);
  });
  const others = outline.tree.sections.filter((section) => section.kind !== 'career');
  const rest = [...tracksInOrder(outline), ...others].flatMap((section) => bySection.get(section) ?? []);
  return [...new Set([...order, ...rest])];
});

/** The topics that come before a topic: those that it needs, and those that its parents and its section need. */
export function needsOf(outline: Outline, node: TopicNode): readonly TopicNode[] {
  return allNeeds(outline).get(node) ?? [];
}

const allNeeds = remembered((outline) => {
  const needs = new Map<TopicNode, readonly TopicNode[]>();
  for (const node of outline.nodes) {
    const own = node.topic.needs.flatMap((key) => outline.byKey.get(key) ?? []);
    const around = node.parent === null ? [] : (needs.get(node.parent) ?? []);
    needs.set(node, [...own, ...around]);
  }
  return needs;
});

/**
 * Whether everything that comes before a topic is settled: the topics that it needs, and, for a thesis or a free step
 * of the career direction, the stages before it.
 */
export function isReady(
  outline: Outline,
  node: TopicNode,
  isSettled: (before: TopicNode) => boolean,
): boolean {
  if (!needsOf(outline, node).every(isSettled)) return false;
  return (
    node.top.kind !== 'career' ||
    stagesOf(outline).every((stage) => stage.order >= node.order || isSettled(stage))
  );
}
