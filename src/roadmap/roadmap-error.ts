/** What an import may not exceed; `readRoadmap` names the line where it does. */
export const LIMITS = {
  bytes: 1_000_000,
  lines: 50_000,
  topics: 5_000,
  /** Lists and quotes inside one another. */
  depth: 10,
  /** Characters of a title. Views cut it further where Discord asks for less. */
  title: 200,
  /** Characters of one paragraph or heading, as it stands in the file. */
  text: 10_000,
  /** Characters of an address: what a link button of Discord takes. */
  url: 512,
} as const;

/** What is wrong with a roadmap file: a code, and what a sentence in any language needs beside it. */
export type RoadmapProblem =
  | { readonly code: 'too-large' | 'too-many-lines' | 'too-deep' | 'too-many-topics'; readonly limit: number }
  | { readonly code: 'title-too-long' | 'text-too-long'; readonly limit: number }
  | { readonly code: 'not-text' | 'no-topics' | 'empty-title' }
  | {
      readonly code: 'unknown-directive' | 'repeated-directive' | 'misplaced-directive';
      readonly directive: string;
    }
  | { readonly code: 'bad-value'; readonly directive: string; readonly value: string }
  | { readonly code: 'duplicate-id'; readonly id: string; readonly firstLine: number }
  | { readonly code: 'unknown-topic' | 'unknown-track'; readonly key: string }
  | { readonly code: 'needs-cycle'; readonly keys: readonly string[] };

/** A roadmap file cannot be read. Nothing is taken from it. */
export class RoadmapError extends Error {
  /** Where, counted from 1. */
  readonly line: number;
  readonly problem: RoadmapProblem;

  constructor(line: number, problem: RoadmapProblem) {
    super(`line ${line}: ${inEnglish(problem)}`);
    this.name = 'RoadmapError';
    this.line = line;
    this.problem = problem;
  }
}

/** For operators and logs; what members read is made from the problem's code, in their language. */
function inEnglish(problem: RoadmapProblem): string {
  switch (problem.code) {
    case 'too-large':
      return `the file is larger than ${problem.limit} bytes`;
    case 'too-many-lines':
      return `the file has more than ${problem.limit} lines`;
    case 'too-deep':
      return `lists are nested more than ${problem.limit} deep`;
    case 'too-many-topics':
      return `the roadmap has more than ${problem.limit} topics`;
    case 'title-too-long':
      return `the title is longer than ${problem.limit} characters`;
    case 'text-too-long':
      return `the paragraph is longer than ${problem.limit} characters`;
    case 'not-text':
      return 'this is not UTF-8 text';
    case 'no-topics':
      return 'there is no checklist item ("- [ ] ...") in the file';
    case 'empty-title':
      return 'the checklist item or its section has no title';
    case 'unknown-directive':
      return `there is no directive "${problem.directive}:"`;
    case 'repeated-directive':
      return `"${problem.directive}:" is given twice`;
    case 'misplaced-directive':
      return `"${problem.directive}:" does not belong here`;
    case 'bad-value':
      return `"${problem.directive}:" cannot be "${problem.value}"`;
    case 'duplicate-id':
      return `the id "${problem.id}" is taken by line ${problem.firstLine}`;
    case 'unknown-topic':
      return `there is no topic with the key "${problem.key}"`;
    case 'unknown-track':
      return `there is no track with the key "${problem.key}"`;
    case 'needs-cycle':
      return `these topics wait for one another: ${problem.keys.join(', ')}`;
    default:
      return problem satisfies never;
  }
}
