import { headingsOf } from '../roadmap/headings.ts';
import type { Outline } from '../roadmap/outline.ts';
import { career } from './progress/career.ts';
import type { Progress } from './progress/progress.ts';
import { type Proofs, proofTally } from './proofs/proof.ts';
import { tally } from './topics/status.ts';

/** How many roles a guild may give, and what their milestones may ask for. */
export const ROLE_LIMITS = {
  roles: 25,
  percent: { min: 1, max: 100 },
  days: { min: 2, max: 1000 },
} as const;

/** What a member has to reach for a role. */
export type Milestone =
  /** So many percent of a section done or proven. */
  | {
      readonly kind: 'done' | 'proven';
      readonly roadmapId: string;
      readonly sectionId: string;
      readonly percent: number;
    }
  /** A stage of the career direction. */
  | { readonly kind: 'stage'; readonly roadmapId: string; readonly topicId: string }
  /** A streak of so many days. */
  | { readonly kind: 'streak'; readonly days: number };

/** What is known of a member: their study of each roadmap by its id, and the days of their present streak. */
export interface Known {
  readonly studies: ReadonlyMap<
    string,
    { readonly outline: Outline; readonly progress: Progress; readonly proofs: Proofs }
  >;
  readonly streak: number;
}

/** Whether a member has reached a milestone. One whose section or stage has left the roadmap is reached by nobody. */
export function isReached(milestone: Milestone, { studies, streak }: Known): boolean {
  if (milestone.kind === 'streak') return streak >= milestone.days;
  const study = studies.get(milestone.roadmapId);
  if (study === undefined) return false;
  const { outline, progress, proofs } = study;
  if (milestone.kind === 'stage') {
    const steps = career(outline, progress, proofs);
    return steps.some(({ node, state }) => node.id === milestone.topicId && state === 'reached');
  }
  const heading = headingsOf(outline).find(({ id }) => id === milestone.sectionId);
  if (heading === undefined) return false;
  const { percent } =
    milestone.kind === 'done'
      ? tally(outline, progress, heading.section)
      : proofTally(outline, progress, proofs, heading.section);
  return percent >= milestone.percent;
}
