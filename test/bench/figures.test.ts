import { expect, test } from 'vitest';
import { figureTable, median, quantile, table } from '../../bench/figures.ts';

test.each([
  [[3], 0.5, 3],
  [[3], 0.99, 3],
  [[4, 1, 3, 2], 0.5, 2],
  [[5, 1, 4, 2, 3], 0.5, 3],
  [Array.from({ length: 100 }, (_, index) => 100 - index), 0.99, 99],
  [Array.from({ length: 200 }, (_, index) => index + 1), 0.99, 198],
  [[1, 2, 3], 0, 1],
  [[1, 2, 3], 1, 3],
])('of %j, the share %d is at most %d', (values, share, value) => {
  expect(quantile(values, share)).toBe(value);
});

test('an empty list has no median', () => {
  expect(() => median([])).toThrow('there are no values');
});

test('a figure that is not above its target meets it', () => {
  const { text, missed } = table([
    { what: 'answer', unit: 'ms', ours: 1.3, fair: 1, empty: 0.5, aim: { of: 'fair', ratio: 1.3 } },
    { what: 'CPU', unit: 'ms', ours: 1.3, fair: 1, empty: 0.5, aim: { atMost: 1.2 } },
    { what: 'memory', unit: 'MB', ours: 150.06, empty: 100, aim: { of: 'empty', ratio: 1 } },
  ]);
  expect(missed).toEqual(['CPU', 'memory']);
  expect(text.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['', 'ours', 'fair', 'empty', 'of fair', 'of empty', 'aim'],
    ['answer', '1.30 ms', '1.00 ms', '0.50 ms', '1.30', '2.60', '1.3 of fair', 'met'],
    ['CPU', '1.30 ms', '1.00 ms', '0.50 ms', '1.30', '2.60', '1.2 ms', 'missed'],
    ['memory', '150.1 MB', '100.0 MB', '1.50', '1 of empty', 'missed'],
  ]);
});

test('a figure of our bot alone is compared with its limit', () => {
  const { text, missed } = figureTable([
    { what: 'start', unit: 'ms', figure: 37.26, aim: 500 },
    { what: 'in one second', unit: '', figure: 51, aim: 50 },
  ]);
  expect(missed).toEqual(['in one second']);
  expect(text.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['figure', 'aim'],
    ['start', '37.3 ms', '500 ms', 'met'],
    ['in one second', '51', '50', 'missed'],
  ]);
});
