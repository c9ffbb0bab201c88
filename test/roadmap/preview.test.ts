import { describe, expect, test } from 'vitest';
import { previewRoadmap } from '../../src/roadmap/preview.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { LIMITS } from '../../src/roadmap/roadmap-error.ts';
import { titleFor, titleOfFile } from '../../src/roadmap/titles.ts';
import { topicsOf } from './sketch.ts';

describe('both readings', () => {
  test.each([
    ['boxes alone', '- [ ] a\n- [ ] b', [2, 2], 'boxes', null],
    ['a quarter of boxes', '- [ ] a\n- b\n- c\n- d', [1, 4], 'boxes', { boxes: 1, bullets: 3 }],
    ['less than that', '- [ ] a\n- b\n- c\n- d\n- e', [1, 5], 'bullets', { boxes: 1, bullets: 4 }],
    ['as many as there are bullets', '- [ ] a\n- [ ] b\n- c\n- d', [2, 4], 'boxes', null],
    ['no boxes', '1. a\n2. b', [0, 2], 'bullets', { boxes: 0, bullets: 2 }],
    ['bullets in boxes', '- [ ] a\n  - b\n  - c', [1, 3], 'boxes', { boxes: 1, bullets: 2 }],
    [
      'what is to be read for a box',
      '- [ ] a\n  - [b](https://b.c)\n  - <https://c.d>',
      [1, 1],
      'boxes',
      null,
    ],
    ['bullets over boxes', '- a\n  - b\n  - [ ] c', [1, 3], 'boxes', { boxes: 1, bullets: 2 }],
    ['nothing to study', '- [a](#a)\n\nText', [0, 0], 'boxes', null],
    [
      'a section that asks for bullets',
      '- [ ] a\n\n## B <!-- topics: bullets -->\n- b\n- c',
      [3, 3],
      'boxes',
      null,
    ],
  ])('of %s', (_, markdown, counts, first, told) => {
    const preview = previewRoadmap(`# T\n${markdown}`);
    const { boxes, bullets } = preview;
    expect([boxes, bullets].map((one) => one && topicsOf(one.roadmap).length)).toEqual(counts);
    expect(preview.first).toBe(first);
    expect(boxes.remarks.filter(({ code }) => code === 'bullets-left-out')).toMatchObject(told ? [told] : []);
    expect(bullets?.remarks.filter(({ code }) => code === 'bullets-left-out')).toEqual([]);
  });

  test('of a file with more bullets than topics may be', () => {
    const { boxes, bullets, first } = previewRoadmap(`- [ ] a\n${'- b\n'.repeat(LIMITS.topics)}`);
    expect(topicsOf(boxes.roadmap)).toHaveLength(1);
    expect([bullets, first]).toEqual([null, 'boxes']);
  });

  test('of an empty file are reported', () => {
    expect(previewRoadmap('# T\n\n- [a](#a)').boxes.remarks).toEqual([{ line: 1, code: 'no-topics' }]);
  });
});

describe('titles in other languages', () => {
  const { roadmap } = readRoadmap(
    '# Path <!-- tr: Yol -->\n## Theory <!-- tr: Kuram: temeller --> <!-- methods: tez -->\n- [ ] Graphs <!-- id: g tr: Çizgeler -->\n- [ ] Sets',
  );
  const [section] = roadmap.sections;

  test.each([
    ['tr', ['Yol', 'Kuram: temeller', 'Çizgeler', 'Sets']],
    ['tr-TR', ['Yol', 'Kuram: temeller', 'Çizgeler', 'Sets']],
    ['en-GB', ['Path', 'Theory', 'Graphs', 'Sets']],
    ['de', ['Path', 'Theory', 'Graphs', 'Sets']],
  ])('for a reader of %s', (locale, titles) => {
    const titled = [roadmap, section, ...topicsOf(roadmap)];
    expect(titled.map((one) => one && titleFor(one, locale))).toEqual(titles);
  });

  test('can be beside other directives', () => {
    expect(section?.methods).toEqual(['tez']);
    expect(topicsOf(roadmap)[0]?.key).toBe('g');
  });
});

test.each([
  ['/data/roadmaps/backend.md', 'backend'],
  ['my-learning_path.markdown', 'my learning path'],
  ['Yol haritası 0123456789abcdef0123456789abcdef.md', 'Yol haritası'],
  ['.md', '.md'],
])('a file named %s is called %s', (name, title) => {
  expect(titleOfFile(name)).toBe(title);
});
