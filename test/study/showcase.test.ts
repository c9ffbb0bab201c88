import { expect, test } from 'vitest';
import { outline } from '../../src/roadmap/outline.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import {
  appsOf,
  isFull,
  isLastOf,
  mayApplaud,
  neighbours,
  submissionFaults,
  TEAM_SIZE,
} from '../../src/study/showcase.ts';

test('the apps of a roadmap are the topics of its showcase sections, without those under them', () => {
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
  [['a', 'b', 'c'], 'a', { before: null, after: 'b' }],
  [['a', 'b', 'c'], 'c', { before: 'b', after: null }],
  [['a'], 'a', { before: null, after: null }],
  [['a', 'b'], 'x', { before: null, after: null }],
  [[], 'x', { before: null, after: null }],
])('in %j, around %s', (all, one, expected) => {
  expect(neighbours(all, one)).toEqual(expected);
});

test('a team is full when its members and the invited people are as many as may build together', () => {
  const people = Array.from({ length: TEAM_SIZE }, (_, index) => `user ${index}`);
  expect(isFull({ team: people.slice(1), invited: [] })).toBe(false);
  expect(isFull({ team: people.slice(2), invited: people.slice(0, 2) })).toBe(true);
});

test.each([
  [['ana'], 'ana', true, false],
  [['ana'], 'ben', false, true],
  [['ana', 'ben'], 'ana', false, false],
])('of the team %j, %s is the last: %s; may applaud it: %s', (team, userId, isLast, applauds) => {
  expect(isLastOf({ team }, userId)).toBe(isLast);
  expect(mayApplaud({ team }, userId)).toBe(applauds);
});

const REPOSITORY = 'https://example.org/twitter';

test.each([
  [{ repository: REPOSITORY, live: '', differently: 'Less of everything' }, []],
  [{ repository: '', live: '', differently: 'Less of everything' }, ['repository']],
  [
    { repository: 'javascript:alert(1)', live: 'here', differently: '.' },
    ['repository', 'live', 'differently'],
  ],
  [{ repository: REPOSITORY, live: ' ', differently: 'Less of everything' }, []],
])('%j has wrong: %j', (typed, faults) => {
  expect(submissionFaults(typed)).toEqual(faults);
});
