import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEnough, remindAt, voicesNeeded } from '../../src/study/teach-back.ts';

test.each([
  [1, 1],
  [2, 1],
  [3, 1],
  [4, 2],
  [12, 2],
  [300, 2],
])('in a group of %i, %i others have to say so', (groupSize, voices) => {
  expect(voicesNeeded(groupSize)).toBe(voices);
  expect(isEnough(voices, groupSize)).toBe(true);
  expect(isEnough(voices - 1, groupSize)).toBe(false);
});

test('a further voice never makes it less', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: 1, max: 400 }), (voices, groupSize) => {
      expect(isEnough(voices + 1, groupSize)).toBe(
        isEnough(voices, groupSize) || voices + 1 >= voicesNeeded(groupSize),
      );
    }),
  );
});

test('a reader is reminded a week after the offer', () => {
  const [offered, reminded] = ['2026-11-23T09:00Z', '2026-11-30T09:00Z'].map((text) => Date.parse(text));
  expect(remindAt(offered ?? 0)).toBe(reminded);
});
