import { expect, test } from 'vitest';
import { exportedRoadmapView } from '../../../src/view/roadmaps/exported.ts';
import { LANGUAGES } from '../../../src/words/index.ts';
import { shown } from '../shown.ts';

const { en, tr } = LANGUAGES;

test.each([
  [null, 'With the list’s own ticks.', 'İşaretler, listenin kendi işaretleri.'],
  [0, 'nothing is ticked', 'hiçbiri işaretli değil'],
  [1, 'Ticked for what you’ve done: 1 topic.', 'Bitirdiğin 1 konu işaretli.'],
])('an export says whose ticks it has (%s done)', (done, english, turkish) => {
  const said = (words: typeof en): string =>
    shown(exportedRoadmapView(words, 'Tea', { markdown: '# Tea\n', json: '{}', done })).texts.join('\n');
  expect(said(en)).toContain(english);
  expect(said(tr)).toContain(turkish);
});
