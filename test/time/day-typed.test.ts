import { expect, test } from 'vitest';
import { dayTyped } from '../../src/time/day-typed.ts';

test.each([
  ['2026-12-24', '2026-12-24'],
  [' 24.12.2026 ', '2026-12-24'],
  ['4/1/2027', '2027-01-04'],
  ['29.02.2028', '2028-02-29'],
  ['29.02.2027', null],
  ['31.02.2027', null],
  ['12.24.2026', null],
  ['24.12.26', null],
  ['2026-13-01', null],
  ['tomorrow', null],
  ['', null],
])('%j is %j', (typed, day) => {
  expect(dayTyped(typed)).toBe(day);
});
