import { expect, test } from 'vitest';
import { isLeftOut, shortestFirst } from '../../../src/study/suggestions/day.ts';
import type { Suggestion } from '../../../src/study/suggestions/suggest.ts';
import { outlineOf } from '../roadmaps.ts';

test('the shortest picks come first among those of one kind, and unknown minutes come last', () => {
  const trail = outlineOf(`# Trail

## One
- [ ] begun long <!-- minutes: 90 -->
- [ ] begun short <!-- minutes: 20 -->
- [ ] next of unknown length
- [ ] next short <!-- minutes: 10 -->
`);
  const picks = trail.nodes.map((node): Suggestion => {
    const isBegun = node.topic.title.startsWith('begun');
    return {
      node,
      reason: isBegun ? { kind: 'in-progress', since: 0 } : { kind: 'next', section: 'One' },
    };
  });
  expect(shortestFirst(picks).map(({ node }) => node.topic.title)).toEqual([
    'begun short',
    'begun long',
    'next short',
    'next of unknown length',
  ]);
});

test.each([
  ['untouched', null, false],
  ['skipped', { state: 'skipped', snoozedUntil: null }, true],
  ['put off beyond now', { state: 'todo', snoozedUntil: 1_001 }, true],
  ['put off until now', { state: 'todo', snoozedUntil: 1_000 }, false],
  ['finished', { state: 'done', snoozedUntil: null }, false],
  ['finished after it was put off', { state: 'done', snoozedUntil: 2_000 }, false],
] as const)('a pick that is %s', (_, entry, isOut) => {
  const progress = new Map(entry === null ? [] : [['a', { since: 0, sinceDate: '1970-01-01', ...entry }]]);
  expect(isLeftOut(progress, 'a', 1_000)).toBe(isOut);
});
