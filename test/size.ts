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
