import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly isFull: boolean;
  }
}

/**
 * Whether to test everything (`npm run test:full`), or a part with each kind of case (`npm test`). Only the files of
 * `npm run test:full` ask for this.
 */
export const isFull: boolean = inject('isFull');

/**
 * A part of what is tried, or all of it in the full size.
 * @param turn which part; one turn after another has them all
 * @param parts into how many it is divided
 */
export function partOf<T>(all: readonly T[], turn: number, parts: number): readonly T[] {
  return isFull ? all : all.filter((_, at) => at % parts === turn % parts);
}
