/**
 * Work after the last test of each file, for what is kept from one test to the next: the next file runs in the same
 * process, and begins without it.
 */
export const afterFile: (() => Promise<void>)[] = [];
