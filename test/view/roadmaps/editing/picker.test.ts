import { expect, test } from 'vitest';
import { outline } from '../../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../../src/roadmap/read.ts';
import { whereView } from '../../../../src/view/roadmaps/editing/picker.ts';
import { wordsFor } from '../../../../src/words/index.ts';
import { shown } from '../../shown.ts';

const words = wordsFor('en-US');

test('a topic can go before or behind another one, or under it', () => {
  const [joins, keys] = outline('trail', readRoadmap('# Trail\n\n- [ ] Joins\n- [ ] Keys\n').roadmap).nodes;
  if (joins === undefined || keys === undefined) throw new Error('there are two topics');
  const view = whereView(words, joins, keys, 3);
  const { before, behind, asPart } = words.editing;
  expect(shown(view).buttons.map(({ label }) => label)).toEqual([before, behind, asPart, words.act.back]);
  const ids = [...JSON.stringify(view).matchAll(/"custom_id":"([^"]*)"/gu)].map(([, id]) => id);
  expect(ids).toEqual([
    `v1:edit-move:${joins.id}:3:before:${keys.id}`,
    `v1:edit-move:${joins.id}:3:behind:${keys.id}`,
    `v1:edit-move:${joins.id}:3:topic:${keys.id}`,
    `v1:edit-pick:move:${joins.id}`,
  ]);
});
