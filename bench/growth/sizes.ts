import type { Crowd } from './fill.ts';

/** The stores, by how many acts are in them. The measured group is the same in each; the crowd around it grows. */
export const SIZES: Readonly<Record<'1k' | '100k' | '1M', Crowd>> = {
  '1k': { people: 0, acts: 0, large: 0, proofs: 0 },
  '100k': { people: 10_000, acts: 10, large: 200, proofs: 25 },
  '1M': { people: 100_000, acts: 10, large: 2000, proofs: 25 },
};
export type Size = keyof typeof SIZES;
export const SIZE_NAMES: readonly Size[] = ['1k', '100k', '1M'];
