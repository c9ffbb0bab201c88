import type { ReadOptions } from '../../roadmap/read.ts';

/** How the source of a roadmap is read, where it does not say so itself: answers given when it was imported. */
export type ReadAs = ReadOptions;

/** `json`: as it is stored; null for what is read as any file. */
export function toReadAs(json: string | null): ReadAs {
  // Written by `writeVersion`, and by nothing else.
  return json === null ? {} : JSON.parse(json);
}
