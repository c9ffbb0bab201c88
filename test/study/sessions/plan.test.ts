import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfPlan, phaseAt, type Plan, PLAN_LIMITS, workOf } from '../../../src/study/sessions/plan.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-25T10:00Z');
const PLAN: Plan = { startedAt: START, workMinutes: 25, breakMinutes: 5, rounds: 3 };

const plans = fc.record({
  startedAt: fc.integer({ min: 0, max: 4e12 }),
  workMinutes: fc.integer(PLAN_LIMITS.work),
  breakMinutes: fc.integer(PLAN_LIMITS.break),
  rounds: fc.integer(PLAN_LIMITS.rounds),
});

describe('the phase of a plan', () => {
  test.each([
    [-1, 'work', 1],
    [0, 'work', 1],
    [24, 'work', 1],
    [25, 'break', 1],
    [29, 'break', 1],
    [30, 'work', 2],
    [55, 'break', 2],
    [60, 'work', 3],
    [84, 'work', 3],
    [85, 'over', 3],
    [100_000, 'over', 3],
  ])('after %i minutes', (minutes, kind, round) => {
    expect(phaseAt(PLAN, START + minutes * MINUTE)).toMatchObject({ kind, round });
  });

  test('depends only on the clock: at each instant there is one phase, and the next begins where it ends', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 30 * 60 * MINUTE }), (plan, later) => {
        const at = plan.startedAt + later;
        const phase = phaseAt(plan, at);
        expect(phase.from).toBeLessThanOrEqual(at);
        expect(phase.to).toBeGreaterThan(at);
        expect(phase.kind === 'over').toBe(at >= endOfPlan(plan));
        const next = phaseAt(plan, Math.min(phase.to, endOfPlan(plan)));
        expect(next.index).toBe(phase.index + (phase.kind === 'over' ? 0 : 1));
        expect(next.from).toBe(Math.min(phase.to, endOfPlan(plan)));
      }),
    );
  });

  test('the time of work is as long as planned', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const worked = workOf(plan).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(worked).toBe(plan.rounds * plan.workMinutes * MINUTE);
        expect(workOf(plan).at(-1)?.to).toBe(endOfPlan(plan));
      }),
    );
  });
});
