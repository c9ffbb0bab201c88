import type { Grade } from './card.ts';

/** Reviews come in sets of this size, so that a member reaches an end. */
export const SET_SIZE = 5;

/** How far a member is in their present set. */
export interface ReviewSet {
  readonly answered: number;
  readonly size: number;
}

/**
 * The set of the next review.
 * @param answered how many reviews were answered today
 * @param left how many are still to come
 */
export function setAt(answered: number, left: number): ReviewSet {
  const before = answered % SET_SIZE;
  return { answered: before, size: Math.min(SET_SIZE, before + left) };
}

/** How many reviews of a set are still to come, the one that is asked now among them. */
export function leftOf({ answered, size }: ReviewSet): number {
  return size - answered;
}

/**
 * The set that the last answer completed.
 * @param grades today's answers, oldest first
 * @param left how many reviews are still to come
 * @returns how many of its topics were remembered; null if the set is not complete
 */
export function endedSet(
  grades: readonly Grade[],
  left: number,
): { readonly remembered: number; readonly size: number } | null {
  if (grades.length === 0) return null;
  const rest = grades.length % SET_SIZE;
  if (rest > 0 && left > 0) return null;
  const set = grades.slice(-(rest === 0 ? SET_SIZE : rest));
  return { remembered: set.filter((grade) => grade !== 'again').length, size: set.length };
}
