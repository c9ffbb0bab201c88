import type { en } from './en/index.ts';

/**
 * Every sentence that a person reads, in one language. A missing sentence or a wrong argument does not
 * compile.
 */
export type Words = typeof en;
