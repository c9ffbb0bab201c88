import { expect, test } from 'vitest';
import { career } from '../../../src/study/progress/career.ts';
import { withTheses } from '../../../src/study/proofs/proof.ts';
import { bundled, named, progress, small } from '../roadmaps.ts';

const states = (...given: Parameters<typeof career>) =>
  career(...given).map(({ node, state }) => `${node.topic.title}: ${state}`);

test('the first stage that is not reached is the current one', () => {
  expect(states(small, new Map())).toEqual([
    'Web: current',
    'Web Thesis: ahead',
    'Theory: ahead',
    'Startup: ahead',
  ]);
});

test('a track is reached when its leaves are done or skipped, a thesis when it is accepted', () => {
  const web = {
    HTTP: 'done',
    SQL: 'done',
    Indexes: 'skipped',
    'Normal Forms': 'done',
    Security: 'done',
  } as const;
  expect(states(small, progress(small, web))[1]).toBe('Web Thesis: current');
  const said = progress(small, { ...web, 'Web Thesis': 'done' });
  const thesis = (provenAt: number | null) =>
    withTheses(small, said, new Map([[named(small, 'Web Thesis').id, { createdAt: 1, provenAt }]]));
  // A tick is not enough, and neither is writing it.
  for (const not of [withTheses(small, said, new Map()), thesis(null)])
    expect(states(small, not)[1]).toBe('Web Thesis: current');
  expect(states(small, thesis(2))).toEqual([
    'Web: reached',
    'Web Thesis: reached',
    'Theory: current',
    'Startup: ahead',
  ]);
});

test('a stage may be reached before its turn; a track is not reached by declaring it', () => {
  const said = progress(small, { Web: 'done', Theory: 'done', Startup: 'done' });
  expect(states(small, said)).toEqual([
    'Web: current',
    'Web Thesis: ahead',
    'Theory: ahead',
    'Startup: reached',
  ]);
});

test('a track has counts, other stages have none', () => {
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
