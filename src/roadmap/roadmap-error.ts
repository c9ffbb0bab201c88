/** What an import may not exceed; the reader names the line where a file does. */
export const LIMITS = {
  bytes: 1_000_000,
  lines: 50_000,
  /** Tags in blocks of HTML. */
  tags: 50_000,
  topics: 5_000,
  /** Lists and quotes inside one another. */
  depth: 10,
  /** Characters of a title; a longer one is cut. Views cut it further where Discord asks for less. */
  title: 200,
  /** Characters of one paragraph or heading, as it stands in the file; what goes on is not read. */
  text: 10_000,
  /** Characters of an address: what a link button of Discord takes. */
  url: 512,
} as const;

/** Why a file is refused: a code, and what a sentence in any language needs beside it. */
export type Refusal =
  | {
      readonly code: 'too-large' | 'too-many-lines' | 'too-many-tags' | 'too-deep' | 'too-many-topics';
      readonly limit: number;
    }
  /** A picture, an archive, a program; or letters in a code that cannot be told. */
  | { readonly code: 'not-text' | 'unknown-encoding' };

/** A file is no text, or over the limits. Nothing is taken from it; whatever else is wrong with one is a `Remark`. */
export class RoadmapError extends Error {
  /** Where, counted from 1. */
  readonly line: number;
  readonly problem: Refusal;

  constructor(line: number, problem: Refusal) {
    super(`line ${line}: ${inEnglish(problem)}`);
    this.name = 'RoadmapError';
    this.line = line;
    this.problem = problem;
  }
}

/** For operators and logs; what members read is made from the problem's code, in their language. */
function inEnglish(problem: Refusal): string {
  switch (problem.code) {
    case 'too-large':
      return `the file is larger than ${problem.limit} bytes`;
    case 'too-many-lines':
      return `the file has more than ${problem.limit} lines`;
    case 'too-many-tags':
      return `the file has more than ${problem.limit} tags of HTML`;
    case 'too-deep':
      return `lists are nested more than ${problem.limit} deep`;
    case 'too-many-topics':
      return `the roadmap has more than ${problem.limit} topics`;
    case 'not-text':
      return 'this is no text file';
    case 'unknown-encoding':
      return 'it cannot be told how the letters are coded; save the file as UTF-8';
    default:
      return problem satisfies never;
  }
}
