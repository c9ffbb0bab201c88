import type { Span } from '../../time/study-day.ts';
import { MINUTE } from '../../time/units.ts';

/** The plan of a session together: rounds of work with a break between every two. */
export interface Plan {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly workMinutes: number;
  readonly breakMinutes: number;
  readonly rounds: number;
}

/** A phase of a plan: a half-open span in epoch milliseconds. `over` begins at the end and lasts for ever. */
export interface Phase extends Span {
  readonly kind: 'work' | 'break' | 'over';
  /** Counted from 0 over the whole plan: work 0, break 1, work 2 ... */
  readonly index: number;
  /** The round that it belongs to, counted from 1. */
  readonly round: number;
}

/** What a plan may be. All of it together lasts at most eight hours. */
export const PLAN_LIMITS = {
  work: { min: 5, max: 120, usual: 25 },
  break: { min: 1, max: 60, usual: 5 },
  rounds: { min: 1, max: 12, usual: 4 },
  minutes: 8 * 60,
} as const;

/** How long a plan lasts, in minutes. There is no break after the last round. */
export function planMinutes({ workMinutes, breakMinutes, rounds }: Omit<Plan, 'startedAt'>): number {
  return rounds * workMinutes + (rounds - 1) * breakMinutes;
}

/** When a plan ends, in epoch milliseconds. */
export function endOfPlan(plan: Plan): number {
  return plan.startedAt + planMinutes(plan) * MINUTE;
}

/**
 * The phase at an instant. It follows from the plan and the clock alone, so that it is right after any restart. Before
 * the start it is the first phase, for clocks that differ.
 * @param at epoch milliseconds
 */
export function phaseAt(plan: Plan, at: number): Phase {
  const phases = phasesOf(plan);
  return phases.find(({ to }) => at < to) ?? over(plan);
}

/** When people worked by a plan; the breaks do not count. Epoch milliseconds, in order. */
export function workOf(plan: Plan): readonly Span[] {
  return phasesOf(plan)
    .filter(({ kind }) => kind === 'work')
    .map(({ from, to }) => ({ from, to }));
}

function phasesOf({ startedAt, workMinutes, breakMinutes, rounds }: Plan): readonly Phase[] {
  const [work, pause] = [workMinutes * MINUTE, breakMinutes * MINUTE];
  return Array.from({ length: 2 * rounds - 1 }, (_, index): Phase => {
    const round = Math.floor(index / 2);
    const isWork = index % 2 === 0;
    const from = startedAt + round * (work + pause) + (isWork ? 0 : work);
    return {
      kind: isWork ? 'work' : 'break',
      index,
      round: round + 1,
      from,
      to: from + (isWork ? work : pause),
    };
  });
}

function over(plan: Plan): Phase {
  return {
    kind: 'over',
    index: 2 * plan.rounds - 1,
    round: plan.rounds,
    from: endOfPlan(plan),
    to: Number.POSITIVE_INFINITY,
  };
}
