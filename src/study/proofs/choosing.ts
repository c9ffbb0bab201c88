import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import type { Progress, State } from '../progress/progress.ts';
import { methodsOf, type Proofs } from './proof.ts';

/** The order in which topics are offered for a proof: topics in progress come first. */
const ORDER: readonly State[] = ['doing', 'done', 'todo', 'skipped'];

/** The topics that ask for a method and have no work of the member by it. Skipped topics are left out. */
export function toProveNext(
  outline: Outline,
  progress: Progress,
  proofs: Proofs,
  method: Method,
): readonly TopicNode[] {
  const stateOf = ({ id }: TopicNode): State => progress.get(id)?.state ?? 'todo';
  return outline.nodes
    .filter((node) => methodsOf(node).includes(method))
    .filter((node) => proofs.get(node.id)?.has(method) !== true && stateOf(node) !== 'skipped')
    .toSorted((a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)));
}

/**
 * The topics that a member's message is probably about: those in progress, the latest first, then those finished
 * lately.
 */
export function likelyTopics(outline: Outline, progress: Progress): readonly TopicNode[] {
  const latest = [...progress].toSorted(([, a], [, b]) => b.since - a.since);
  const inState = (state: State) =>
    latest.filter(([, entry]) => entry.state === state).flatMap(([id]) => outline.byId.get(id) ?? []);
  return [...inState('doing'), ...inState('done')].filter(
    (node) => node.topic.stage === null && node.children.length === 0,
  );
}
