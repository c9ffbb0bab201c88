import { expect, test } from 'vitest';
import { outline } from '../../src/roadmap/outline.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { appsOf, neighbours } from '../../src/study/showcase.ts';

test('the apps of a roadmap are the topics of its showcase sections, without what stands under them', () => {
  const trail = outline(
    'trail',
    readRoadmap(`# Trail

## Track

- [ ] Walk

## Showcase

- [ ] Twitter clone
  - [ ] Timeline

### Games

- [ ] Chess
`).roadmap,
  );
  expect(appsOf(trail).map(({ topic }) => topic.title)).toEqual(['Twitter clone', 'Chess']);
});

test.each([
  [['a', 'b', 'c'], 'b', { before: 'a', after: 'c' }],
  [['a', 'b', 'c'], 'a', { before: 'c', after: 'b' }],
  [['a', 'b', 'c'], 'c', { before: 'b', after: 'a' }],
  [['a', 'b'], 'a', { before: 'b', after: 'b' }],
  [['a'], 'a', null],
  [['a', 'b'], 'x', null],
  [[], 'x', null],
])('in %j, around %s', (all, one, expected) => {
  expect(neighbours(all, one)).toEqual(expected);
});
