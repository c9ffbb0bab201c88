import { expect, test } from 'vitest';
import { countedGroup } from '../../../src/study/suggestions/group-count.ts';
import { smallStep } from '../../../src/study/suggestions/small-step.ts';
import { outlineOf, progress } from '../roadmaps.ts';

const trail = outlineOf(
  '# Trail\n\n## One\n- [ ] Long <!-- minutes: 120 -->\n- [ ] Open\n- [ ] Short <!-- minutes: 20 -->\n- [ ] Later <!-- needs: last minutes: 5 -->\n- [ ] Last <!-- id: last minutes: 60 -->\n',
);

test.each([
  ['the shortest', [{}, {}], 'Short'],
  ['not what most have done', [{ Short: 'done' }, { Short: 'done' }], 'Last'],
  ['what half have yet to do', [{ Short: 'done' }, {}], 'Short'],
  ['what waits for nothing any more', [{ Last: 'done' }, { Last: 'done' }], 'Later'],
] as const)('the small step of a group is %s', (_, members, title) => {
  const group = countedGroup(
    trail,
    0,
    members.map((states) => progress(trail, states)),
  );
  expect(smallStep(trail, group)?.topic.title).toBe(title);
});

test('without known minutes there is none', () => {
  const open = outlineOf('# Trail\n\n## One\n- [ ] Open\n');
  expect(smallStep(open, countedGroup(open, 0, [progress(open, {})]))).toBeNull();
});
