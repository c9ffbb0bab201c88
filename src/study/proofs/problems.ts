import type { Method } from '../../roadmap/roadmap.ts';
import { saysAnything, saysEnough } from '../../text/substance.ts';

/**
 * How long the parts of a proof may be, in characters: as much as a field of Discord's forms holds, or less. The forms
 * ask Discord for the same (`max_length`); what comes in spite of that is refused by `proofProblems`.
 */
export const PROOF_LENGTH = { text: 4000, link: 500, language: 40 } as const;

/** Why a piece of work cannot be taken as it was written. */
export type ProofProblem = 'too-long' | 'link' | 'repository' | 'language' | 'long-language' | Lack;

/**
 * The thing that is missing: for a project, what was learned; for other work, any content at all, or more than a word.
 */
export type Lack = 'learned' | 'nothing' | 'thin';

/** Work as its form holds it. */
export interface WrittenWork {
  readonly text: string;
  /** `unread`: something was typed that is no address. */
  readonly link: 'none' | 'unread' | 'address';
  readonly language: string;
  /** Whether there is more than the form holds: a file, or further parts of the text. */
  readonly hasMore: boolean;
}

/**
 * All that has to be put right before work can be taken. A project needs its repository, a language, and what was
 * learned from it; any other work is a text, a link or a file.
 */
export function proofProblems(method: Method, work: WrittenWork): readonly ProofProblem[] {
  const isProject = method === 'project';
  const { length } = work.language;
  const lack = lackOf(method, work.text, work.link !== 'none' || work.hasMore);
  return [
    ...(work.text.length > PROOF_LENGTH.text ? (['too-long'] as const) : []),
    ...(work.link === 'unread' ? (['link'] as const) : []),
    ...(isProject && work.link === 'none' ? (['repository'] as const) : []),
    ...(isProject && length === 0 ? (['language'] as const) : []),
    ...(length > PROOF_LENGTH.language ? (['long-language'] as const) : []),
    ...(lack === null ? [] : [lack]),
  ];
}

/**
 * What has to be put right before a part of a text can be taken.
 * @param whole all parts together, as they would be then
 * @param hasOther whether there is a link or a file beside the text
 */
export function partProblem(
  method: Method,
  part: string,
  whole: string,
  hasOther: boolean,
): ProofProblem | null {
  return part.length > PROOF_LENGTH.text ? 'too-long' : lackOf(method, whole, hasOther);
}

/**
 * What work would lack. Where a text is all that there is, it has to say something.
 * @param text all of its parts together
 * @param hasOther whether it has a link, a file or further parts beside the text
 */
export function lackOf(method: Method, text: string, hasOther: boolean): Lack | null {
  if (saysEnough(text)) return null;
  if (method === 'project') return 'learned';
  if (hasOther) return null;
  return saysAnything(text) ? 'thin' : 'nothing';
}
