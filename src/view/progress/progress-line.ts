import type { Outline } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { type Proofs, type ProofTally, proofTally } from '../../study/proofs/proof.ts';
import { type Tally, tally } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { bar } from '../bar.ts';

/** A member's progress and proofs on a roadmap. */
export interface Studied {
  readonly outline: Outline;
  readonly progress: Progress;
  readonly proofs: Proofs;
}

/** `▰▰▰▰▰▱▱▱▱▱ 48% · 18 of 37 done · ◆ 5% proven`, for a section or for all tracks. */
export function howFarLine(words: Words, studied: Studied, section?: Section): string {
  const { outline, progress, proofs } = studied;
  return farLine(
    words,
    tally(outline, progress, section),
    proofTally(outline, progress, proofs, section),
    true,
  );
}

/** The same without its bar. */
export function howFarWords(words: Words, { outline, progress, proofs }: Studied): string {
  return farLine(words, tally(outline, progress), proofTally(outline, progress, proofs), false);
}

/** The second percentage stands only where something asks for proof. */
export function farLine(
  words: Words,
  { percent, done, total }: Tally,
  proven: ProofTally | null,
  withBar: boolean,
): string {
  const first = words.roadmap.overview(words.percent(percent), done, total);
  const second =
    proven === null || proven.total === 0 ? '' : ` · ${words.proof.percent(words.percent(proven.percent))}`;
  return `${withBar ? `${bar(percent)} ` : ''}${first}${second}`;
}
