import { expect, test } from 'vitest';
import { headingsOf } from '../../../../src/roadmap/headings.ts';
import { outline } from '../../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../../src/roadmap/read.ts';
import { editHomeView } from '../../../../src/view/roadmaps/editing/editor.ts';
import { wordsFor } from '../../../../src/words/index.ts';
import { text } from '../../../roadmap/sketch.ts';

const words = wordsFor('en-US');

test('sections come in the order of the file, with the number of topics that count for progress', () => {
  const trail = outline(
    'trail',
    readRoadmap(text`
      # Trail
      ## Career <!-- kind: career -->
      - [ ] Start-up
      ## Basics <!-- kind: track -->
      - [ ] Databases
        - [ ] ACID
        - [ ] Joins
      - [ ] HTTP
    `).roadmap,
  );
  const state = { outline: trail, number: 1, copy: null, note: null, undoable: false, proposals: 0 };
  const view = JSON.stringify(editHomeView(words, state, headingsOf(trail), 0));
  const options = [...view.matchAll(/"label":"(\w+)","value":"[^"]+","description":"([^"]+)"/g)];
  expect(options.map(([, section, topics]) => [section, topics])).toEqual([
    ['Career', '1 topic'],
    ['Basics', '3 topics'],
  ]);
  expect(view).toContain('2 sections');
});
