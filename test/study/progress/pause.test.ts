import { expect, test } from 'vitest';
import { pauseProblem } from '../../../src/study/progress/pause.ts';

test.each([
  ['2026-11-26', '2026-11-26', null],
  ['2026-11-25', '2026-11-30', 'past'],
  ['2026-12-05', '2026-12-04', 'order'],
  ['2026-12-01', '2027-05-29', null],
  ['2026-12-01', '2027-05-30', 'long'],
  ['2027-11-27', '2027-11-28', null],
  ['2027-11-28', '2027-11-28', 'far'],
])('on 26 November, a pause from %s to %s has the problem %s', (from, to, problem) => {
  expect(pauseProblem({ from, to }, '2026-11-26')).toBe(problem);
});
