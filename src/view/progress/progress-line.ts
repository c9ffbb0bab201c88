import type { Outline } from '../../roadmap/outline.ts';
import type { Section } from '../../roadmap/roadmap.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { type Proofs, type ProofTally, proofTally } from '../../study/proofs/proof.ts';
import { type Tally, tally } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { bar } from '../bar.ts';
import { joined } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';

/** The room for the sections that are counted separately, and for the title of each, in characters. */
const APART = 300;
const TITLE_LENGTH = 80;

/** A member's progress and proofs on a roadmap. */
export interface Studied {
  readonly outline: Outline;
  readonly progress: Progress;
  readonly proofs: Proofs;
}

/** `▰▰▰▰▰▱▱▱▱▱ 18 of 37 done · ◆ 2 proven`, for a section or for all tracks. */
export function progressLine(words: Words, studied: Studied, section?: Section): string {
  const { outline, progress, proofs } = studied;
  return tallyLine(
    words,
    tally(outline, progress, section),
    proofTally(outline, progress, proofs, section),
    true,
  );
}

/**
 * The counts of the sections that the total leaves out; empty if there are none.
 * @param kinds the kinds of these sections
 */
export function separateCountsLine(
  words: Words,
  { outline, progress }: Pick<Studied, 'outline' | 'progress'>,
  kinds: readonly Section['kind'][],
): string {
  const counts = outline.tree.sections
    .filter(({ kind }) => kinds.includes(kind))
    .map((section) => {
      const { done, total } = tally(outline, progress, section);
      return `${inline(clip(plain(section.title), TITLE_LENGTH))} ${words.progress.count(done, total)}`;
    });
  return counts.length === 0 ? '' : words.progress.apart(joined(counts, APART));
}

/** `18 of 37 done · ◆ 2 proven`, for all tracks and without a bar. */
export function progressCounts(words: Words, { outline, progress, proofs }: Studied): string {
  return tallyLine(words, tally(outline, progress), proofTally(outline, progress, proofs), false);
}

/** A line of progress. The proven count is left out while it is 0. */
export function tallyLine(
  words: Words,
  { percent, done, total }: Tally,
  proven: ProofTally | null,
  withBar: boolean,
): string {
  const first = words.progress.doneOf(done, total);
  const second = proven === null || proven.proven === 0 ? '' : ` · ${words.proof.count(proven.proven)}`;
  // An empty bar would say nothing.
  return `${withBar && done > 0 ? `${bar(percent)} ` : ''}${first}${second}`;
}
