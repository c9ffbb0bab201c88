/** The limits of an import. The reader names the line on which a file exceeds them. */
export const LIMITS = {
  bytes: 1_000_000,
  lines: 50_000,
  /** HTML tags, in all blocks together. */
  tags: 50_000,
  topics: 5_000,
  /** Lists and quotes inside one another. */
  depth: 10,
  /** Characters of a title. A longer one is cut. Views cut it further for Discord's limits. */
  title: 200,
  /** Characters of a paragraph or heading in the file. The rest is not read. */
  text: 10_000,
  /** Characters of an address, as a link button of Discord allows. */
  url: 512,
} as const;

/** Why a file is refused: a code, and the values that a sentence about it needs. */
export type Refusal =
  | {
      readonly code: 'too-large' | 'too-many-lines' | 'too-many-tags' | 'too-deep' | 'too-many-topics';
      readonly limit: number;
    }
  /** A picture, an archive or a program; or text in an unknown encoding. */
  | { readonly code: 'not-text' | 'unknown-encoding' };

/** A file is no text, or is over the limits. Nothing is taken from it. Every other fault of a file is a `Remark`. */
export class RoadmapError extends Error {
  /** The line, counted from 1. */
  readonly line: number;
  readonly problem: Refusal;

  constructor(line: number, problem: Refusal) {
    super(`line ${line}: ${inEnglish(problem)}`);
    this.name = 'RoadmapError';
    this.line = line;
    this.problem = problem;
  }
}

/** A sentence for operators and logs. The sentence for members is made from the code, in their language. */
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
