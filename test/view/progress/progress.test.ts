import { expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { ProgressReport } from '../../../src/view/progress/report.ts';
import { progressView } from '../../../src/view/progress/progress.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { shown } from '../shown.ts';

const words = wordsFor('en-US');
const roadmap = outline(
  'trail',
  readRoadmap('# Trail\n\n## Track\n\n- [ ] A1\n- [ ] B2\n- [ ] C3\n- [ ] D4\n- [ ] E5\n').roadmap,
);

/** The progress text with a number of topics to review. */
function text(toReview: number, audience: ProgressReport['audience'] = 'own'): string {
  const view = progressView(words, {
    userId: '1',
    audience,
    visible: { topics: true, progress: true },
    inGuild: true,
    outline: roadmap,
    progress: new Map(),
    proofs: new Map(),
    streak: { unit: 'day', length: 1, began: '2026-11-24', ended: [], best: 3, needs: 'day', recent: [] },
    minutes: 0,
    week: { finished: 0, before: 0 },
    calendar: [],
    career: [],
    toReview: roadmap.nodes.slice(0, toReview),
  });
  return shown(view).texts.join('\n');
}

test('of what is to review three are named, and the rest is counted', () => {
  expect(text(3)).toMatch(/^\*\*To review\*\* A1 · B2 · C3$/m);
  expect(text(5)).toMatch(/^\*\*To review\*\* A1 · B2 · C3 and 2 more$/m);
});

test.each(['shared', 'other'] as const)('nobody else is told what is to review: %s', (audience) => {
  expect(text(5, audience)).not.toContain('To review');
});

test('only the member is told that the streak needs this day, and that nothing is done yet', () => {
  expect(text(0)).toContain('**Streak** 1 day · best 3. Study today to keep it going.');
  expect(text(0)).toContain('**This week** no topic done yet');
  for (const audience of ['shared', 'other'] as const) {
    expect(text(0, audience)).toMatch(/^\*\*Streak\*\* 1 day · best 3$/m);
    expect(text(0, audience)).not.toMatch(/keep it going|no topic done/);
  }
});
