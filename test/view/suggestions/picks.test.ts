import { expect, test } from 'vitest';
import { asRead } from '../../../playground/people/reading.ts';
import type { Message } from '../../../src/view/components.ts';
import { type PicksDay, picksView } from '../../../src/view/suggestions/picks.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { shown as shownIn } from '../shown.ts';
import { outlineOf } from '../../study/roadmaps.ts';

const shown = (message: Message): string => asRead(JSON.stringify(message));
const trail = outlineOf('# Trail\n\n## Track\n- [ ] Walk <!-- minutes: 30 -->\n');
const picks = trail.nodes.map((node) => ({ node, reason: { kind: 'next', section: 'Track' } as const }));

/** A day on which nothing has happened, apart from what a test says. */
const QUIET: PicksDay = {
  picks,
  progress: new Map(),
  reviews: { due: 0, ahead: 0 },
  isBack: false,
  note: null,
  goal: null,
  deed: null,
};

test.each([
  ['none', 0],
  ['a whole set', 5],
])('with %s of the due reviews, they come first, and nothing is added up', (_, due) => {
  const view = shown(picksView(wordsFor('en-US'), { ...QUIET, reviews: { due, ahead: 0 } }));
  expect(view.includes('Review first')).toBe(due > 0);
  // The topic has its own minutes, and no sum stands over the day.
  expect(view.match(/\d+ min/g)).toEqual(['30 min']);
});

test('due reviews are shown even if nothing is left to suggest', () => {
  const view = shown(picksView(wordsFor('tr'), { ...QUIET, picks: [], reviews: { due: 5, ahead: 0 } }));
  expect(view).toContain('**Önce tekrar** · 5 konu');
});

test.each([
  ['the review, if one is due', 1, 'Review'],
  ['the first pick, if none is due', 0, 'Start'],
])('one button stands out: %s', (_, due, label) => {
  const two = outlineOf('# Trail\n\n## Track\n- [ ] Walk\n- [ ] Run\n').nodes.map((node) => ({
    node,
    reason: null,
  }));
  const { buttons } = shownIn(
    picksView(wordsFor('en-US'), { ...QUIET, picks: two, reviews: { due, ahead: 3 } }),
  );
  expect(buttons.filter(({ isPrimary }) => isPrimary)).toEqual([{ label, isPrimary: true }]);
});

test('a pick that was started says where it belongs, and since when', () => {
  const deep = outlineOf('# Trail\n\n## Track\n- [ ] Walk\n  - [ ] Slowly\n');
  const node = deep.nodes.find(({ topic }) => topic.title === 'Slowly');
  if (node === undefined) throw new Error('the topic is there');
  const started = [{ node, reason: { kind: 'in-progress', since: 0 } as const }];
  const view = shown(picksView(wordsFor('en-US'), { ...QUIET, picks: started }));
  expect(view).toContain('-# Track › Walk');
  expect(view).toContain('-# Started · <t:0:R>');
});

test('a finished pick says so once, with its undo', () => {
  const at = { since: 0, sinceDate: '1970-01-01', snoozedUntil: null };
  const [node] = trail.nodes;
  if (node === undefined) throw new Error('the topic is there');
  const progress = new Map([[node.id, { state: 'done' as const, ...at }]]);
  const deed = { said: '**Walk** done. 1 of 1 in Track', topicId: node.id, undo: '7' };
  const view = shownIn(picksView(wordsFor('en-US'), { ...QUIET, progress, deed }));
  expect(view.texts.join('\n').match(/Walk/g)).toHaveLength(1);
  expect(view.buttons.filter(({ label }) => label === 'Undo')).toHaveLength(1);
});

test.each([
  ['en-US', 'On your way to Guide · Track', 'Also in Track'],
  ['tr', 'Guide yönünün bir parçası · Track', 'Bu da Track bölümünden'],
])('%s: a reason that two picks have in common is said once', (locale, first, second) => {
  const reason = { kind: 'stage', stage: 'Guide', track: 'Track' } as const;
  const two = outlineOf('# Trail\n\n## Track\n- [ ] Walk\n- [ ] Run\n').nodes.map((node) => ({
    node,
    reason,
  }));
  const { texts } = shownIn(picksView(wordsFor(locale), { ...QUIET, picks: two }));
  expect(texts.join('\n').match(new RegExp(`-# (${first}|${second})$`, 'gmu'))).toEqual([
    `-# ${first}`,
    `-# ${second}`,
  ]);
});
