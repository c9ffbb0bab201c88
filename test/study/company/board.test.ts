import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { boardDays, placeOf, topOf } from '../../../src/study/company/board.ts';

test.each([
  ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
  ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
  ['month', '2026-11-23', '2026-11-01', '2026-11-30'],
  ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
  ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
] as const)('the %s around %s', (period, today, from, to) => {
  expect(boardDays(period, today)).toEqual({ from, to });
});

test('equal scores share a place, and the next place counts them', () => {
  const scores = new Map([
    ['ana', 3],
    ['ben', 5],
    ['cem', 3],
    ['deniz', 1],
    ['ece', 0],
  ]);
  expect(topOf(scores)).toEqual([
    { place: 1, score: 5, userIds: ['ben'] },
    { place: 2, score: 3, userIds: ['ana', 'cem'] },
    { place: 4, score: 1, userIds: ['deniz'] },
  ]);
  expect(placeOf(scores, 2)).toBe(4);
});

test('a board ends after ten places, however many there are', () => {
  const score = integer({ min: 0, max: 30 });
  assert(
    property(array(score, { maxLength: 80 }), (values) => {
      const scores = new Map(values.map((value, index) => [`member ${index}`, value]));
      const top = topOf(scores);
      expect(top.every(({ place }) => place <= 10)).toBe(true);
      // Nobody with a better score is left out, and nobody without one is shown.
      const shown = new Set(top.flatMap(({ userIds }) => userIds));
      const least = top.at(-1)?.score ?? 1;
      for (const [userId, value] of scores) expect(shown.has(userId)).toBe(value > 0 && value >= least);
      for (const { place, score: own } of top) {
        expect(values.filter((value) => value > own)).toHaveLength(place - 1);
      }
    }),
  );
});
