import { percent } from '../topics/status.ts';

/** What a member's weekly goal can count. `proofs`: new pieces of work; `minutes`: time with `/focus`. */
export const GOAL_KINDS = ['topics', 'minutes', 'proofs', 'reviews'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** So much a week, Monday to Sunday. */
export interface Goal {
  readonly kind: GoalKind;
  readonly target: number;
}

/** How far a member is this week. */
export interface GoalProgress extends Goal {
  readonly done: number;
}

/** The smallest and the largest goal. */
export const GOAL_TARGETS = { min: 1, max: 9_999 } as const;

/** The share that is reached, a whole number from 0 to 100. What is more than the goal does not count. */
export function reachedPercent({ done, target }: GoalProgress): number {
  return percent(Math.min(done, target), target);
}

/** Whether a goal is reached. */
export function isReached({ done, target }: GoalProgress): boolean {
  return done >= target;
}

/** Reads a typed target: a whole number within the limits, with or without a mark between thousands. Else null. */
export function targetTyped(typed: string): number | null {
  const digits = typed.trim().replace(/^(\d)[.,](\d{3})$/, '$1$2');
  if (!/^\d{1,4}$/.test(digits)) return null;
  const target = Number(digits);
  return target >= GOAL_TARGETS.min ? target : null;
}
