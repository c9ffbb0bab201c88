import { expect, test } from 'vitest';
import { headingsOf } from '../../src/roadmap/headings.ts';
import type { Progress } from '../../src/study/progress/progress.ts';
import { isReached, type Known, type Milestone } from '../../src/study/roles.ts';
import { named, progress, small } from './roadmaps.ts';

const section = (title: string): string => {
  const found = headingsOf(small).find((heading) => heading.section.title === title);
  if (found === undefined) throw new Error(`there is no section ${title}`);
  return found.id;
};

const known = (entries: Progress, streak = 0): Known => ({
  studies: new Map([[small.id, { outline: small, progress: entries, proofs: new Map() }]]),
  streak,
});

const done = (title: string, percent: number) =>
  ({ kind: 'done', roadmapId: small.id, sectionId: section(title), percent }) as const;
const stage = (title: string): Milestone => ({
  kind: 'stage',
  roadmapId: small.id,
  topicId: named(small, title).id,
});

const half = progress(small, { Algorithms: 'done' });
const theory = progress(small, { Algorithms: 'done', Networks: 'skipped' });

test.each<[string, Milestone, Known, boolean]>([
  ['half of two topics is 50%', done('Theory', 50), known(half), true],
  ['and no more', done('Theory', 51), known(half), false],
  ['skipped topics do not count', done('Theory', 100), known(theory), true],
  ['nothing is 0%', done('Theory', 1), known(new Map()), false],
  ['done is not proven', { ...done('Theory', 1), kind: 'proven' }, known(theory), false],
  ['a track is a stage', stage('Theory'), known(theory), true],
  ['a stage that is not reached', stage('Web'), known(theory), false],
  ['a streak', { kind: 'streak', days: 7 }, known(new Map(), 7), true],
  ['a day short of it', { kind: 'streak', days: 7 }, known(new Map(), 6), false],
  ['a section that is gone', { ...done('Theory', 1), sectionId: 'gone' }, known(theory), false],
  ['a roadmap that is gone', { ...done('Theory', 1), roadmapId: 'gone' }, known(theory), false],
])('%s', (_, milestone, member, reached) => {
  expect(isReached(milestone, member)).toBe(reached);
});
