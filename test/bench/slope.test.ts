import { expect, test } from 'vitest';
import { slopeOf } from '../../bench/soak/slope.ts';

test.each([
  ['a straight line', [1, 3, 5, 7], 2, 0],
  ['a level line', [4, 4, 4], 0, 0],
  // By hand: the mean of x is 1.5, the squares of x are 5, their products with y 4; what is left is 0.8, over 2 and 5.
  ['a line with some noise', [0, 1, 0, 3], 0.8, Math.sqrt(2.8 / 2 / 5)],
])('the slope of %s', (_, values, slope, error) => {
  const found = slopeOf(values.map((y, x) => ({ x, y })));
  expect(found.slope).toBeCloseTo(slope, 10);
  expect(found.error).toBeCloseTo(error, 10);
});

test('two points have no error', () => {
  expect(() =>
    slopeOf([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]),
  ).toThrow('needs three points');
});
