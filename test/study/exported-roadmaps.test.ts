import { expect, test } from 'vitest';
import { exportedRoadmaps } from '../../src/study/exported-roadmaps.ts';

const acted = (roadmap: string, batch: string, skill: string | null = null) => ({
  roadmap,
  batch,
  skill_id: skill,
});
const progress = ['backend', 'data', 'devops'].map((roadmap) => ({ roadmap }));

test.each([
  ['those that were acted in', { activity: [acted('backend', '1')] }, ['backend']],
  [
    'not those in which a topic counts as well',
    { activity: [acted('backend', '1', 'sql'), acted('data', '1', 'sql')] },
    ['backend'],
  ],
  [
    'both if each was acted in',
    { activity: [acted('backend', '1', 'sql'), acted('data', '1', 'sql'), acted('data', '2', 'sql')] },
    ['backend', 'data'],
  ],
  ['those that were chosen', { chosen: ['devops', 'frontend'] }, ['devops']],
  ['their own, begun or not', { own: ['mine'] }, ['mine']],
])('the files are of %s', (_which, of, files) => {
  expect(exportedRoadmaps({ progress, activity: [], chosen: [], own: [], ...of })).toEqual(files);
});
