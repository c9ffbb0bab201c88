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

/** `▰▰▰▰▰▱▱▱▱▱ 18 of 37 done · ◆ 2 proven`, for all tracks. */
export function progressLine(words: Words, { outline, progress, proofs }: Studied): string {
  return tallyLine(words, tally(outline, progress), proofTally(outline, progress, proofs), true);
}

/**
 * A section with its counts. The bar has a line of its own, since a phone has no room for both beside each other:
 *
 *     **Main Roadmap** · 18 of 37 done
 *     ▰▰▰▰▰▱▱▱▱▱ ◆ 2 proven
 * Before anything is begun, no section has a bar.
 */
export function sectionLine(words: Words, { outline, progress, proofs }: Studied, section: Section): string {
  const { percent, done, total } = tally(outline, progress, section);
  const proven = proofTally(outline, progress, proofs, section)?.proven ?? 0;
  const title = `**${titleOf(section)}** · ${words.progress.doneOf(done, total)}`;
  const line = [progress.size > 0 ? bar(percent) : '', proven > 0 ? words.proof.count(proven) : ''];
  return [title, line.filter((part) => part !== '').join(' ')].filter((part) => part !== '').join('\n');
}

/** A section with its counts in one line, where there is no room for a bar: `**Theory** 3 of 9 · ◆ 2 proven`. */
export function sectionCounts(
  words: Words,
  { outline, progress, proofs }: Studied,
  section: Section,
): string {
  const { done, total } = tally(outline, progress, section);
  const proven = proofTally(outline, progress, proofs, section)?.proven ?? 0;
  const counts = `**${titleOf(section)}** ${words.progress.count(done, total)}`;
  return proven > 0 ? `${counts} · ${words.proof.count(proven)}` : counts;
}

/**
 * The counts of the sections that the total leaves out, where something is done; empty if there are none.
 * @param kinds the kinds of these sections
 */
export function separateCountsLine(
  words: Words,
  { outline, progress }: Pick<Studied, 'outline' | 'progress'>,
  kinds: readonly Section['kind'][],
): string {
  const counts = outline.tree.sections
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((section) => {
      const { done, total } = tally(outline, progress, section);
      return done === 0 ? [] : [`${titleOf(section)} ${words.progress.count(done, total)}`];
    });
  return counts.length === 0 ? '' : words.progress.apart(joined(counts, APART));
}

/** Names the sections that the total leaves out; empty if there are none. `progress`: to tell how far each one is. */
export function leftOutLine(words: Words, outline: Outline, progress?: Progress): string {
  const { tree, nodes } = outline;
  const names = tree.sections
    .filter((section) => section.kind !== 'track' && nodes.some(({ top }) => top === section))
    .map((section) => {
      if (progress === undefined) return titleOf(section);
      const { done, total } = tally(outline, progress, section);
      return `${titleOf(section)} ${words.progress.count(done, total)}`;
    });
  return names.length === 0 ? '' : words.progress.leftOut(joined(names, APART));
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

function titleOf(section: Section): string {
  return inline(clip(plain(section.title), TITLE_LENGTH));
}
