import { expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Entry, Progress } from '../../../src/study/progress/progress.ts';
import { groupStates } from '../../../src/study/topics/map-states.ts';
import { text } from '../../roadmap/sketch.ts';

const trail = outline(
  'trail',
  readRoadmap(text`
    # Trail
    ## Career <!-- kind: career -->
    - [ ] Basics <!-- stage: track basics -->
    - [ ] Start-up
    ## Basics <!-- kind: track -->
    - [ ] HTTP
    - [ ] ACID
  `).roadmap,
);
const idOf = (title: string, kind: 'career' | 'track'): string => {
  const node = trail.nodes.find(({ topic, top }) => topic.title === title && top.kind === kind);
  if (node === undefined) throw new Error(`there is no topic ${title}`);
  return node.id;
};
const done = (...titles: readonly string[]): Progress =>
  new Map(
    titles.map((title): [string, Entry] => [
      idOf(title, 'track'),
      { state: 'done', since: 1, sinceDate: '2026-11-23', snoozedUntil: null },
    ]),
  );

test.each([
  ['nobody has begun', [done(), done()], 'todo', 0],
  ['one is on the way', [done('HTTP'), done()], 'doing', 0],
  ['one has finished the track', [done('HTTP', 'ACID'), done('HTTP')], 'some', 1],
  ['all have', [done('HTTP', 'ACID'), done('HTTP', 'ACID')], 'done', 2],
] as const)('on a group’s map, the stage of a track: %s', (_, members, mark, count) => {
  const people = new Map(members.map((progress, index) => [`${index}`, progress]));
  const states = groupStates(trail, people, new Map());
  expect(states.get(idOf('Basics', 'career'))).toEqual({ mark, done: count, of: 2 });
  expect(states.get(idOf('Start-up', 'career'))).toEqual({ mark: 'todo', done: 0, of: 2 });
});
