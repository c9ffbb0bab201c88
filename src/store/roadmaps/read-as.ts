import type { ReadOptions } from '../../roadmap/read.ts';

/**
 * How the source of a roadmap is read, where the source does not say so itself. It comes from the answers at the
 * import.
 */
export type ReadAs = ReadOptions;

/** `json`: as it is stored; null for the usual way of reading. */
export function toReadAs(json: string | null): ReadAs {
  // Only `writeVersion` writes it.
  return json === null ? {} : JSON.parse(json);
}
