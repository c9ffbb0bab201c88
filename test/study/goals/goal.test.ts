import { describe, expect, test } from 'vitest';
import { isReached, reachedPercent, targetTyped } from '../../../src/study/goals/goal.ts';

describe('a weekly goal', () => {
  test.each([
    [0, 1, 0, false],
    [1, 1, 100, true],
    [1, 999, 1, false],
    [998, 999, 99, false],
    [999, 999, 100, true],
    [5_000, 999, 100, true],
  ])('with %i of %i is reached to %i %%', (done, target, percent, reached) => {
    const progress = { kind: 'topics', target, done } as const;
    expect(reachedPercent(progress)).toBe(percent);
    expect(isReached(progress)).toBe(reached);
  });

  test.each([
    ['1', 1],
    [' 12 ', 12],
    ['9999', 9_999],
    ['1,200', 1_200],
    ['1.200', 1_200],
    ['007', 7],
    ['0', null],
    ['-3', null],
    ['2.5', null],
    ['2,50', null],
    ['10000', null],
    ['12 h', null],
    ['three', null],
    ['', null],
    ['1e3', null],
  ])('can be typed: %j means %j', (typed, target) => {
    expect(targetTyped(typed)).toBe(target);
  });
});
