import { expect, test } from 'vitest';
import { picksView } from '../../../src/view/suggestions/picks.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { outlineOf } from '../../study/roadmaps.ts';

const trail = outlineOf('# Trail\n\n## Track\n- [ ] Walk <!-- minutes: 30 -->\n');
const picks = trail.nodes.map((node) => ({ node, reason: { kind: 'next', section: 'Track' } as const }));

test.each([
  ['none', 0, 30],
  ['one', 1, 32],
  ['as many as a day needs', 5, 40],
  ['more than that', 300, 40],
])('with %s of the due reviews, the day takes so many minutes', (_, due, minutes) => {
  const view = JSON.stringify(picksView(wordsFor('en-US'), picks, new Map(), { due, ahead: 0 }, null));
  expect(view).toContain(`${minutes} min`);
  expect(view.includes('Review first')).toBe(due > 0);
});

test('due reviews are shown even if nothing is left to suggest', () => {
  const view = JSON.stringify(picksView(wordsFor('tr'), [], new Map(), { due: 12, ahead: 0 }, null));
  expect(view).toContain('bugünlük 5 konu yeter');
});

test('if a pick has no minutes, the day has no sum', () => {
  const some = outlineOf('# Trail\n\n## Track\n- [ ] Walk <!-- minutes: 30 -->\n- [ ] Run\n');
  const both = some.nodes.map((node) => ({ node, reason: { kind: 'next', section: 'Track' } as const }));
  const view = JSON.stringify(picksView(wordsFor('en-US'), both, new Map(), { due: 0, ahead: 0 }, null));
  expect(view).toContain('30 min');
  expect(view).not.toContain('-# 30 min');
});
