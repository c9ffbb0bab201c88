import { MINUTE } from '../../time/units.ts';

/** Who claimed a piece of work, and did not say for so long what became of it, is not waited for; in ms. */
const CLAIM = MINUTE;

/**
 * Whether somebody is still at a piece of work, and nobody else should begin it.
 * @param claimedAt when it was claimed last; null if it never was; epoch ms
 * @param now epoch ms
 */
export function isUnderWay(claimedAt: number | null, now: number): boolean {
  return claimedAt !== null && now - claimedAt < CLAIM;
}
