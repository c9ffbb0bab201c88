import { describe, expect, test } from 'vitest';
import { smallStart } from '../../../src/study/suggestions/small-start.ts';
import { outlineOf, progress as progressOn } from '../roadmaps.ts';

const trail = outlineOf(
  '# Trail\n\n## One\n- [ ] Long <!-- minutes: 120 -->\n- [ ] Open\n\n## Two\n- [ ] Short <!-- minutes: 25 -->\n',
);
const [fresh, doing] = [progressOn(trail, {}), progressOn(trail, { Long: 'doing' })];

describe('a day begins with a small topic', () => {
  test.each([
    ['the first section’s for somebody new', fresh, null, 'Long'],
    ['a short one after more than a week', doing, '2026-11-18', 'Short'],
    ['none after a week', doing, '2026-11-19', undefined],
    ['none for who never had a study day', doing, null, undefined],
  ])('%s', (_, progress, lastStudied, title) => {
    const start = smallStart({ outline: trail, progress, lastStudied, today: '2026-11-26', now: 0 });
    expect(start?.node.topic.title).toBe(title);
  });
});

test('after a break, nothing is called small that may be long', () => {
  const long = outlineOf('# Trail\n\n## One\n- [ ] Long <!-- minutes: 120 -->\n- [ ] Open\n');
  const progress = progressOn(long, { Open: 'doing' });
  const day = { progress, lastStudied: '2026-11-01', today: '2026-11-26', now: 0 };
  expect(smallStart({ outline: long, ...day })).toBeNull();
});
