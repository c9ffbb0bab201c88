import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposedTarget } from '../../../src/study/goals/quest.ts';
import { withoutMassTicks } from '../../../src/study/progress/mass-ticks.ts';
import { chanceFrom } from '../../../src/study/pace/chance.ts';

describe('a proposed target', () => {
  test.each<[readonly number[], number | null]>([
    [[], null],
    [[12], null],
    // Of two weeks, the smaller one.
    [[12, 9], 9],
    // Of four, halfway from the smallest to the next: place 1.5.
    [[20, 10, 16, 30], 13],
    [[20, 10, 15, 30], 13],
    // Of nine weeks the last eight count: place 2.7.
    [[100, 1, 2, 3, 4, 5, 6, 7, 8], 3],
    [[5, 5, 5, 5], 5],
    [[0, 0, 0], 1],
    [[0, 40], 1],
    [[20_000, 20_000], 9_999],
  ])('after weeks of %j is %j', (weeks, target) => {
    expect(proposedTarget(weeks)).toBe(target);
  });

  test('lies between the smallest and the largest week, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 2, maxLength: 8 }), (weeks) => {
        const target = proposedTarget(weeks) ?? 0;
        expect(target).toBeGreaterThanOrEqual(Math.min(...weeks));
        expect(target).toBeLessThanOrEqual(Math.max(...weeks));
        expect(proposedTarget(weeks.toReversed())).toBe(target);
      }),
    );
  });

  test.each([2, 3, 4, 6, 8])('from %i weeks is reached in about 7 of 10 weeks like them', (known) => {
    const { exponential } = chanceFrom(`quests ${known}`);
    // Uneven weeks of groups of different sizes: counts of an exponential, in hundreds so that few are equal.
    let reached = 0;
    const groups = 3_000;
    for (let group = 0; group < groups; group += 1) {
      const weeks = Array.from({ length: known + 1 }, () =>
        Math.round(100 * (exponential() + exponential())),
      );
      if ((weeks.at(-1) ?? 0) >= (proposedTarget(weeks.slice(0, -1)) ?? 0)) reached += 1;
    }
    expect(reached / groups).toBeGreaterThan(0.64);
    expect(reached / groups).toBeLessThan(0.74);
  });
});

const minute = 60_000;

/** Topics that a member finishes one after the other, so many milliseconds apart. */
const done = (count: number, every: number, userId = 'ana') =>
  Array.from({ length: count }, (_, at) => ({
    userId,
    topicId: `${userId} ${every} ${at}`,
    at: at * every,
    date: '2026-11-26',
  }));

test('eight topics within ten minutes are a mass tick, seven are not', () => {
  expect(withoutMassTicks(done(8, 0))).toEqual([]);
  expect(withoutMassTicks(done(7, 0))).toHaveLength(7);
  expect(withoutMassTicks(done(30, 2 * minute))).toHaveLength(30);
  expect(withoutMassTicks([...done(4, 0), ...done(4, 0, 'ben')])).toHaveLength(8);
  const later = done(1, 0, 'ana').map((finish) => ({ ...finish, at: 60 * minute }));
  expect(withoutMassTicks([...done(8, minute), ...later])).toEqual(later);
});
