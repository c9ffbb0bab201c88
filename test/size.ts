import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly isFull: boolean;
  }
}

/**
 * Whether everything is walked through (`npm run test:full`), or a part that has each kind of case in it (`npm test`).
 * The files that ask for this are those that `npm run test:full` runs.
 */
export const isFull: boolean = inject('isFull');
