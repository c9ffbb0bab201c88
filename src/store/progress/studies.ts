import type { Outline } from '../../roadmap/outline.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { type Proofs, withTheses } from '../../study/proofs/proof.ts';
import { progressOf } from './progress.ts';
import { proofDatesOf } from '../proofs/roadmap-proofs.ts';
import type { Db } from '../schema.ts';

/** One member's study of a roadmap. */
export interface Study {
  /** A stage that is a thesis counts as done since the thesis was accepted. */
  readonly progress: Progress;
  readonly proofs: Proofs;
}

/** Reads one member's study of a roadmap. */
export async function studyOf(db: Db, userId: string, outline: Outline): Promise<Study> {
  const [progress, { proofs, theses }] = await Promise.all([
    progressOf(db, userId, outline.id),
    proofDatesOf(db, userId, outline.id),
  ]);
  return { progress: withTheses(outline, progress, theses), proofs };
}
