import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly isFull: boolean;
  }
}

/**
 * Whether to test everything (`npm run test:full`), or a part with each kind of case (`npm test`). Only the files of
 * `npm run test:full` ask for this. Properties that do not ask have their number of examples from `test/examples.ts`.
 */
export const isFull: boolean = inject('isFull');

/**
 * A part of the inputs, or all of them in the full size.
 * @param turn the number of the part; one turn after another gets them all
 * @param parts the number of parts
 */
export function partOf<T>(all: readonly T[], turn: number, parts: number): readonly T[] {
  return isFull ? all : all.filter((_, at) => at % parts === turn % parts);
}
