import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Stage } from '../../roadmap/roadmap.ts';
import { stagesOf } from '../suggestions/order.ts';
import type { Progress } from './progress.ts';
import { type Proofs, type ProofTally, proofTally } from '../proofs/proof.ts';
import { isOpen, standings, type Tally, tally, trackOf } from '../topics/status.ts';

/** A step of the career direction, with how far the member is in it. */
export interface CareerStep {
  readonly node: TopicNode;
  readonly stage: Stage | null;
  /** Whether it is reached, the first one that is not reached, or a later one. */
  readonly state: 'reached' | 'current' | 'ahead';
  /** How much of its track is done and proven; null for a thesis and a free step. */
  readonly tally: Tally | null;
  readonly proven: ProofTally | null;
  /** For a thesis, whether it is written, accepted or not. False for other steps. */
  readonly written: boolean;
}

/**
 * The career direction with the state of its stages. A track is reached when all its leaves are done (or skipped), a
 * thesis when it is accepted, a free step when the member has declared it.
 * @param progress from `withTheses`, so that it has the state of each thesis
 */
export function career(
  outline: Outline,
  progress: Progress,
  proofs: Proofs = new Map(),
): readonly CareerStep[] {
  const standing = standings(outline, progress);
  const steps = stagesOf(outline).map((node) => {
    const { stage } = node.topic;
    const track = trackOf(outline, stage);
    const state = standing.get(node.id)?.state ?? 'todo';
    return {
      node,
      stage,
      isReached: track === null ? state === 'done' : !isOpen(state),
      tally: track && tally(outline, progress, track),
      proven: track && proofTally(outline, progress, proofs, track),
      written: stage?.kind === 'tez' && proofs.get(node.id)?.has('tez') === true,
    };
  });
  const current = steps.find((step) => !step.isReached);
  return steps.map(({ isReached, ...step }) => ({
    ...step,
    state: isReached ? 'reached' : step.node === current?.node ? 'current' : 'ahead',
  }));
}
