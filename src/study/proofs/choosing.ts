import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import type { Progress, State } from '../progress/progress.ts';
import { methodsOf, type Proofs } from './proof.ts';

/** In which order topics are offered to be proven: those that a member is on come first. */
const ORDER: readonly State[] = ['doing', 'done', 'todo', 'skipped'];

/** The topics that ask for a method and that a member has no work of yet, without those that they skip. */
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
 * The topics that a member's message is probably about: those in progress, the latest first, then those that they did
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
