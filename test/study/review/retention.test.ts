import { expect, test } from 'vitest';
import { retentionFor } from '../../../src/study/review/retention.ts';

// A review takes two minutes, and a topic its own or thirty.
test.each<[number, readonly (number | null)[], boolean, number]>([
  [0, [], true, 0.9],
  // 30 of 90 minutes are exactly a third.
  [15, [60], true, 0.9],
  [16, [60], true, 0.8],
  [15, [null, null], true, 0.9],
  [16, [null, null], true, 0.8],
  [30, [null, 90], true, 0.9],
  [31, [null, 90], true, 0.8],
  [1, [], true, 0.8],
  // A member who has nothing left to learn has the time to remember better.
  [100, [], false, 0.9],
  [100, [30], false, 0.9],
])(
  '%i reviews and %j finished, with something open: %s, are reviewed at %d',
  (reviews, finished, open, at) => {
    expect(retentionFor({ reviews, finished }, open)).toBe(at);
  },
);
