import { expect, test } from 'vitest';
import { alignKeys } from '../../../src/roadmap/matching/align.ts';

test.each([
  ['the same keys', ['list/a', 'list/b'], ['list/b', 'list/a'], { 'list/a': 'list/a', 'list/b': 'list/b' }],
  [
    'a further heading above',
    ['list/a', 'list/b'],
    ['part/list/a', 'list/b'],
    { 'part/list/a': 'list/a', 'list/b': 'list/b' },
  ],
  ['another heading above', ['old/a'], ['new/b', 'new/a'], { 'new/a': 'old/a' }],
  [
    'the nearest place first',
    ['x/one/a', 'x/two/a'],
    ['y/two/a', 'y/one/a'],
    { 'y/one/a': 'x/one/a', 'y/two/a': 'x/two/a' },
  ],
  [
    'equal titles, in their order',
    ['list/a', 'list/a-2'],
    ['new/a', 'new/a-2'],
    { 'new/a': 'list/a', 'new/a-2': 'list/a-2' },
  ],
  ['not where there are more of them now', ['old/a'], ['new/a', 'new/a-2'], {}],
])('%s', (_, old, next, found) => {
  expect(Object.fromEntries(alignKeys(old, next))).toEqual(found);
});
