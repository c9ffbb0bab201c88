import type { Method } from '../../roadmap/roadmap.ts';
import { saysAnything, saysEnough } from '../../text/substance.ts';

/**
 * The longest parts of a proof, in characters. None is longer than a field of Discord's forms. The forms tell Discord
 * the same limits (`max_length`). `proofProblems` checks text and language again; a link is checked as it is stored,
 * see `webAddress`.
 */
export const PROOF_LENGTH = { text: 4000, link: 500, language: 40 } as const;

/** Why a piece of work cannot be accepted as it is. */
export type ProofProblem =
  | 'too-long'
  | 'link'
  | 'long-link'
  | 'repository'
  | 'language'
  | 'long-language'
  | Lack;

/** What is missing: for a project, what was learned; for other work, any content, or more than a word. */
export type Lack = 'learned' | 'nothing' | 'thin';

/** The content of the form. */
export interface WrittenWork {
  readonly text: string;
  /** `unread`: something was typed that is no web address. `long`: a web address that no button takes. */
  readonly link: 'none' | 'unread' | 'long' | 'address';
  readonly language: string;
  /** Whether the work has something that the form does not show: a file, or further parts of the text. */
  readonly hasMore: boolean;
}

/**
 * Everything that has to be corrected before work is accepted. A project needs its repository, a language, and what
 * was learned. Any other work needs a text, a link or a file.
 */
export function proofProblems(method: Method, work: WrittenWork): readonly ProofProblem[] {
  const isProject = method === 'project';
  const { length } = work.language;
  const lack = lackOf(method, work.text, work.link !== 'none' || work.hasMore);
  return [
    ...(work.text.length > PROOF_LENGTH.text ? (['too-long'] as const) : []),
    ...(work.link === 'unread' ? (['link'] as const) : []),
    ...(work.link === 'long' ? (['long-link'] as const) : []),
    ...(isProject && work.link === 'none' ? (['repository'] as const) : []),
    ...(isProject && length === 0 ? (['language'] as const) : []),
    ...(length > PROOF_LENGTH.language ? (['long-language'] as const) : []),
    ...(lack === null ? [] : [lack]),
  ];
}

/**
 * What has to be corrected before a part of a text is accepted.
 * @param whole all parts together, with the change
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
 * What the work would lack. If it is only a text, the text has to say something.
 * @param text all its parts together
 * @param hasOther whether it has a link, a file or further parts beside the text
 */
export function lackOf(method: Method, text: string, hasOther: boolean): Lack | null {
  if (saysEnough(text)) return null;
  if (method === 'project') return 'learned';
  if (hasOther) return null;
  return saysAnything(text) ? 'thin' : 'nothing';
}
