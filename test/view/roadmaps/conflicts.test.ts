import { expect, test } from 'vitest';
import type { Conflict } from '../../../src/roadmap/merging/wish.ts';
import { conflictsView } from '../../../src/view/roadmaps/importing/conflicts.ts';
import { LANGUAGES } from '../../../src/words/index.ts';
import { shown } from '../shown.ts';

const take = { edits: () => [], adds: [] };
const CONFLICTS: readonly Conflict[] = [
  { kind: 'section', title: 'Brewing', ours: 'Brewing', theirs: 'Ways to brew', take },
  { kind: 'gone', title: 'White tea', ours: 'White tea', theirs: null, take },
];

test.each([
  [
    'en',
    'Yours: Brewing\nTheirs: Ways to brew',
    'Changed here, removed by Roadmate.',
    'Take theirs',
    'Remove it',
  ],
  [
    'tr',
    'Burada: Brewing\nYenisinde: Ways to brew',
    'Burada değişti, Roadmate kaldırdı.',
    'Yenisini al',
    'Kaldır',
  ],
] as const)(
  'both values are named, and what was removed can be removed here too (%s)',
  (language, values, gone, theirs, remove) => {
    const { texts, buttons } = shown(
      conflictsView(LANGUAGES[language], {
        conflicts: CONFLICTS.map((conflict, at) => ({ conflict, takeId: `take ${at}` })),
        page: 0,
        pages: 1,
        pageId: String,
        backId: 'back',
        note: null,
      }),
    );
    expect(texts[1]).toContain(values);
    expect(texts[2]).toBe(`**White tea**\n${gone}`);
    expect(buttons.slice(0, 2).map(({ label }) => label)).toEqual([theirs, remove]);
  },
);
