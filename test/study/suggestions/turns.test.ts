import { expect, test } from 'vitest';
import { turnOrder } from '../../../src/study/suggestions/turns.ts';

test.each([
  ['nothing was posted: as they are followed', [], ['a', 'b', 'c']],
  ['the default one had its day', [{ roadmapId: 'a', at: 1 }], ['b', 'c', 'a']],
  [
    'all had theirs: the longest ago',
    [
      ['b', 1],
      ['c', 2],
      ['a', 3],
    ].map(at),
    ['b', 'c', 'a'],
  ],
  ['one that is no longer followed counts for nothing', [{ roadmapId: 'z', at: 1 }], ['a', 'b', 'c']],
])('%s', (_, past, order) => {
  expect(turnOrder(['a', 'b', 'c'], past)).toEqual(order);
});

function at([roadmapId = '', instant = 0]: readonly (string | number)[]): { roadmapId: string; at: number } {
  return { roadmapId: String(roadmapId), at: Number(instant) };
}
