export type StoreProblem =
  | 'in-use'
  | 'damaged'
  | 'newer'
  | 'not-writable'
  | 'full'
  | 'gone'
  | 'unreachable'
  | 'unsuitable'
  | 'holds-data'
  | 'not-moved'
  | 'migration-failed';

/** The database cannot be used. `message` tells the operator what happened and what to do. */
export class StoreError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.problem = problem;
  }
}
