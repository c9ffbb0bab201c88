import { expect, test } from 'vitest';
import { career } from '../../src/study/career.ts';
import { bundled, named, progress, small } from './roadmaps.ts';

const states = (...given: Parameters<typeof career>) =>
  career(...given).map(({ place, state }) => `${place.topic.title}: ${state}`);

test('the first stage that is not reached is the current one', () => {
  expect(states(small, new Map())).toEqual([
    'Web: current',
    'Web Thesis: ahead',
    'Theory: ahead',
    'Startup: ahead',
  ]);
});

test('a track is reached when its leaves are done or skipped, a thesis when it is ticked off', () => {
  const web = {
    HTTP: 'done',
    SQL: 'done',
    Indexes: 'skipped',
    'Normal Forms': 'done',
    Security: 'done',
  } as const;
  expect(states(small, progress(small, web))[1]).toBe('Web Thesis: current');
  expect(states(small, progress(small, { ...web, 'Web Thesis': 'done' }))).toEqual([
    'Web: reached',
    'Web Thesis: reached',
    'Theory: current',
    'Startup: ahead',
  ]);
});

test('a stage may be reached before its turn; a track is not reached by saying so', () => {
  const said = progress(small, { Web: 'done', Startup: 'done' });
  const declared = new Set([named(small, 'Web Thesis').id, named(small, 'Theory').id]);
  expect(states(small, said, declared)).toEqual([
    'Web: current',
    'Web Thesis: reached',
    'Theory: ahead',
    'Startup: reached',
  ]);
});

test('a track tells how far it is, other stages do not', () => {
  const steps = career(bundled, progress(bundled, { Testing: 'done', ACID: 'doing' }));
  expect(steps.map(({ tally }) => tally && [tally.done, tally.doing, tally.total])).toEqual([
    [1, 1, 37],
    null,
    [0, 0, 9],
    null,
    [0, 0, 41],
    null,
    null,
  ]);
});
