import { describe, expect, test } from 'vitest';
import { smallTopic } from '../../../src/study/suggestions/small-topic.ts';
import { outlineOf } from '../roadmaps.ts';

const NOW = 1_000;
const link = '\n  - [read](https://example.org)';

describe('a topic to begin with', () => {
  test.each([
    ['nearest to twenty minutes', '- [ ] A <!-- minutes: 90 -->\n- [ ] B <!-- minutes: 25 -->', 'B'],
    ['the first of equals', '- [ ] A <!-- minutes: 20 -->\n- [ ] B <!-- minutes: 20 -->', 'A'],
    ['with a link', `- [ ] A <!-- minutes: 20 -->\n- [ ] B <!-- minutes: 20 -->${link}`, 'B'],
    ['known minutes before unknown ones', '- [ ] A\n- [ ] B <!-- minutes: 600 -->', 'B'],
    [
      'nothing that waits for another',
      '- [ ] A <!-- id: a minutes: 90 -->\n- [ ] B <!-- needs: a minutes: 20 -->',
      'A',
    ],
    ['a leaf', '- [ ] A <!-- minutes: 20 -->\n  - [ ] B <!-- minutes: 60 -->', 'B'],
    ['of the first section', '- [ ] A <!-- minutes: 90 -->\n\n## Two\n- [ ] B <!-- minutes: 20 -->', 'A'],
  ])('is %s', (_, topics, title) => {
    const trail = outlineOf(`# Trail\n\n## One\n${topics}\n`);
    expect(smallTopic(trail, new Map(), NOW)?.topic.title).toBe(title);
  });

  test('does not exist if everything is begun, done or put off', () => {
    const trail = outlineOf('# Trail\n\n## One\n- [ ] A\n- [ ] B\n- [ ] C\n');
    const entry = { since: 0, sinceDate: '1970-01-01', snoozedUntil: null };
    const [a, b, c] = trail.nodes.map(({ id }) => id);
    const progress = new Map([
      [a ?? '', { ...entry, state: 'doing' as const }],
      [b ?? '', { ...entry, state: 'done' as const }],
      [c ?? '', { ...entry, state: 'todo' as const, snoozedUntil: NOW + 1 }],
    ]);
    expect(smallTopic(trail, progress, NOW)).toBeNull();
    expect(smallTopic(trail, progress, NOW + 1)?.id).toBe(c);
  });
});
