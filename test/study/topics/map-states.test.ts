import { expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Entry, Progress } from '../../../src/study/progress/progress.ts';
import type { Proofs } from '../../../src/study/proofs/proof.ts';
import { countStates } from '../../../src/study/topics/map-states.ts';
import { text } from '../../roadmap/sketch.ts';

const trail = outline(
  'trail',
  readRoadmap(text`
    # Trail
    ## Career <!-- kind: career -->
    - [ ] Basics <!-- stage: track basics -->
    - [ ] Start-up
    ## Basics <!-- kind: track --> <!-- methods: cheatcode -->
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
  const group = countStates(trail);
  for (const progress of members) group.add({ progress, proofs: new Map() });
  const states = group.states();
  expect(states.get(idOf('Basics', 'career'))).toEqual({ mark, done: count, of: 2 });
  expect(states.get(idOf('Start-up', 'career'))).toEqual({ mark: 'todo', done: 0, of: 2 });
});

const proven: Proofs = new Map([[idOf('HTTP', 'track'), new Map([['cheatcode', 'proven']])]]);
const skipped: Progress = new Map([
  [idOf('HTTP', 'track'), { state: 'skipped', since: 1, sinceDate: '2026-11-23', snoozedUntil: null }],
]);

test.each([
  [
    'all have proven it',
    [
      [done('HTTP'), proven],
      [done('HTTP'), proven],
    ],
    'proven',
    2,
    2,
  ],
  [
    'one has not proven it',
    [
      [done('HTTP'), proven],
      [done('HTTP'), new Map()],
    ],
    'done',
    2,
    2,
  ],
  [
    'who skipped it does not count, whatever they wrote',
    [
      [done('HTTP'), proven],
      [skipped, proven],
    ],
    'proven',
    1,
    1,
  ],
  [
    'one who wrote has not done it',
    [
      [done('HTTP'), proven],
      [done(), proven],
    ],
    'some',
    1,
    2,
  ],
  ['all have skipped it', [[skipped, new Map()]], 'skipped', 0, 0],
] as const)('on a group’s map, a topic: %s', (_, members, mark, count, of) => {
  const group = countStates(trail);
  for (const [progress, proofs] of members) group.add({ progress, proofs });
  expect(group.states().get(idOf('HTTP', 'track'))).toEqual({ mark, done: count, of });
});
