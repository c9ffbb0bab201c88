import type { Method } from '../roadmap/roadmap.ts';
import type { Proof } from '../store/proofs.ts';
import type { Answer } from './answer.ts';
import { shareFeynman } from './sharing-feynman.ts';
import { shareTez } from './sharing-tez.ts';
import { type Sharer, shareWork } from './sharing-work.ts';

/**
 * Shows one's own work to the group.
 * @throws Refusal with what is missing; nothing is shared then
 * @throws AlreadyHandled if this interaction has had its effect
 */
export type Share = (call: Sharer, proof: Proof) => Promise<Answer>;

/** How work by each method is shown: what counts by itself as it is, the rest so that others have a say in it. */
export const sharing: Readonly<Record<Method, Share>> = {
  cheatcode: shareWork,
  feynman: shareFeynman,
  project: shareWork,
  tez: shareTez,
};
