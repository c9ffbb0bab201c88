import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import type { Section } from '../../src/roadmap/roadmap.ts';
import { sketch, text, topicsOf } from './sketch.ts';

/** A roadmap's only section. */
function only(markdown: string): Section {
  const [section, ...others] = readRoadmap(markdown).roadmap.sections;
  expect(others).toEqual([]);
  if (!section) throw new Error('There is no section.');
  return section;
}

test('a hand-written list with many oddities', () => {
  const roadmap = readRoadmap(readFileSync(new URL('fixtures/odd.md', import.meta.url), 'utf8')).roadmap;
  expect(sketch(roadmap)).toBe(text`
    = Garden TODO
    Carrer Direction (career)
      - Roses
      - Roses Tez
      - Market stall
    Toolset (toolset)
      - Digging: Spade, Fork
    Main Garden (track)
      x Soil
      - Herb's
        - Basil
        x Mint
      - Where and how to plant
        - Hedge
        - Fence
      - Pond
      - Orchard
        - Apples
        - Pears
      - Bees
    Theory (track)
      - ✨ Seeds & Cuttings
      - ✨ Seeds & Cuttings
    Small corners for showcasing skills (showcase)
      - rock garden
      - moss
      - fern
  `);
  expect(roadmap.notes).toEqual([
    'Notes',
    'Plan (small) (paper, pencil)',
    'Tez\n- whole gardens (roses, trees .etc)\n- single plants',
  ]);
  expect(roadmap.resources).toEqual([{ label: 'Reference', url: 'https://example.org/garden' }]);
});

describe('the title', () => {
  test.each([
    ['is the first heading when all others are below it', '# T\n## A\n- [ ] a\n## B\n- [ ] b', 'T'],
    ['is written small, with what stands above it below', '### T\n- [ ] a\n## A\n- [ ] b\n# License', 'T'],
    ['is not a small heading of nothing', '### T\n## A\n- [ ] a\n### A1\n- [ ] b', 'Roadmap'],
    ['is not a heading of the second level', '## T\n- [ ] a', 'Roadmap'],
    ['is the first of the first level with topics', '# News\n# T\n- [ ] a\n# U\n- [ ] b', 'T'],
    ['is that whatever comes later', '# T\n- [ ] a\n# License\n# More\n## B\n- [ ] b', 'T'],
    ['is that whatever came before', '## A\n- [ ] a\n# T\n- [ ] b', 'T'],
    ['is that also behind topics', '- [ ] a\n# T\n- [ ] b', 'T'],
    ['is what front matter says', '---\ntitle: "F"\n---\n# T\n- [ ] a', 'F'],
    ['is what a picture says', '# [![T](a.png)](https://a.b)\n- [ ] a', 'T'],
    ['is not the first of several equal headings', '## A\n- [ ] a\n## B\n- [ ] b', 'Roadmap'],
    ['is not there', '- [ ] a', 'Roadmap'],
    ['may be underlined', 'T\n=\n- [ ] a', 'T'],
    ['is read past a byte order mark', '\uFEFF# T\n- [ ] a', 'T'],
  ])('%s', (_, markdown, title) => {
    expect(readRoadmap(markdown).roadmap.title).toBe(title);
  });

  test('is the caller’s if the file has none', () => {
    expect(readRoadmap('- [ ] a', { untitled: 'plan.md' }).roadmap.title).toBe('plan.md');
  });
});

describe('the tree', () => {
  test.each([
    [
      'headings nest',
      '# T\n## A\n- [ ] a\n### A1\n- [ ] b\n#### A2\n- [ ] c\n### A3\n- [ ] d\n## B\n- [ ] e',
      '= T\nA (track)\n  - a\n  A1 (track)\n    - b\n    A2 (track)\n      - c\n  A3 (track)\n    - d\nB (track)\n  - e',
    ],
    [
      'a heading without topics is left out',
      '# T\n## About\nWords.\n## A\n- [ ] a\n## License',
      '= T\nA (track)\n  - a',
    ],
    [
      'topics under the title make a section of its name, in its place',
      '# T\nLabel\n- [ ] a\n\nWords.\n\n- [ ] b\n\n## B\n- [ ] c',
      '= T\nLabel (track)\n  - a\nT (track)\n  - b\nB (track)\n  - c',
    ],
    [
      'a label line names a section inside its heading',
      '# T\n## A\nFirst:\n- [ ] a\n\nSecond\n- [ ] b',
      '= T\nA (track)\n  First (track)\n    - a\n  Second (track)\n    - b',
    ],
    ['a line above a blank line is no label', '# T\nWords\n\n- [ ] a', '= T\nT (track)\n  - a'],
    ['two lines are no label', '# T\nTwo\nlines\n- [ ] a', '= T\nT (track)\n  - a'],
    [
      'a plain bullet over topics names a section',
      '# T\n## A\n- First\n  - [ ] a\n- Second\n\n  - [ ] b\n- [ ] c',
      '= T\nA (track)\n  - c\n  First (track)\n    - a\n  Second (track)\n    - b',
    ],
    [
      'a plain bullet inside a topic is a note of it',
      '# T\n- [ ] a\n  - First\n    - [ ] b',
      '= T\nT (track)\n  - a\n    - b',
    ],
    [
      'numbers, stars and pluses are bullets too',
      '# T\n1. [ ] a\n2) [ ] b\n* [ ] c\n+ [X] d',
      '= T\nT (track)\n  - a\n  - b\n  - c\n  x d',
    ],
    [
      'one space makes a sibling, two a child',
      '# T\n- [ ] a\n - [ ] b\n   - [ ] c',
      '= T\nT (track)\n  - a\n  - b\n    - c',
    ],
    ['a tab makes a child', '# T\n- [ ] a\n\t- [ ] b', '= T\nT (track)\n  - a\n    - b'],
    ['quoted lists count', '# T\n> - [ ] a\n>   - [x] b', '= T\nT (track)\n  - a\n    x b'],
    ['lists in folded parts count', '# T\n<details>\n\n- [ ] a\n\n</details>', '= T\nT (track)\n  - a'],
    ['code does not count', '# T\n- [ ] a\n\n```\n- [ ] b\n```\n\n    - [ ] c', '= T\nT (track)\n  - a'],
    ['tables without marks do not count', '# T\n- [ ] a\n\n|b|\n|-|\n|c|', '= T\nT (track)\n  - a'],
    [
      'any line end ends a line',
      '# T\r\n- [ ] a\r  - [x] b\n- [ ] c',
      '= T\nT (track)\n  - a\n    x b\n  - c',
    ],
    [
      'a wrapped title is one title',
      '# T\n- [ ] a long title that an editor has broken where a line was as good\n  as full',
      '= T\nT (track)\n  - a long title that an editor has broken where a line was as good as full',
    ],
    [
      'what only looks like a box is a note',
      '# T\n- [ ] a\n- [y] c\n- [x](#d)\n- [v]e',
      '= T\nT (track)\n  - a',
    ],
  ])('%s', (_, markdown, expected) => {
    expect(sketch(readRoadmap(markdown).roadmap)).toBe(expected);
  });
});

describe('titles', () => {
  test.each([
    ['**Bold** _and_ `code` ~~gone~~', 'Bold and code gone'],
    ['[Docker](https://docs.docker.com) basics', 'Docker basics'],
    ['\\*stars\\* &amp; signs', '*stars* & signs'],
    ['![logo](a.png) Go', 'Go'],
    ['<b>HTML</b> tags<br>', 'HTML tags'],
    ['Set up:', 'Set up'],
    ['Cafe\u0301', 'Café'],
    ['a\u202Eb\u200Bc\u0007d', 'abcd'],
    ['👩‍👩‍👧‍👦 family', '👩‍👩‍👧‍👦 family'],
    ['a <!-- a plain comment --> b', 'a b'],
  ])('%j reads as %j', (markdown, title) => {
    expect(only(`# T\n- [ ] ${markdown}`).topics[0]?.title).toBe(title);
  });
});

describe('notes and resources', () => {
  test.each([
    ['a bullet', '- note', ['note'], []],
    ['a paragraph', '\n  One\n  note.', ['One note.'], []],
    ['a bullet with bullets', '- one\n    - two\n      - three', ['one\n- two\n  - three'], []],
    ['a bullet that is a link', '- [L](https://a.b/c)', [], [{ label: 'L', url: 'https://a.b/c' }]],
    ['two links', '- [L](https://a.b), [M](http://c.d)', [], ['L https://a.b', 'M http://c.d']],
    ['a link in a sentence', '- See [L](https://a.b).', ['See L.'], ['L https://a.b']],
    ['a bare address', '- https://a.b/c', [], ['a.b/c https://a.b/c']],
    ['an address with a name', '- Kaynak: https://a.b/c', [], ['Kaynak https://a.b/c']],
    ['an address in a sentence', '- at https://a.b now', ['at https://a.b now'], ['a.b https://a.b']],
    ['a link by reference', '- [L]\n\n[L]: https://a.b', [], ['L https://a.b']],
    ['a place in the file', '- [L](#l)', [], []],
    ['a script', '- [L](javascript:alert%281%29) x', ['[L](javascript:alert%281%29) x'], []],
    ['a password', '- [L](https://me:secret@a.b) x', ['L x'], []],
    ['a mail address', '- [L](mailto:a@b.c) x', ['L x'], []],
    ['an address too long for a button', `- [L](https://a.b/${'c'.repeat(512)}) x`, ['L x'], []],
  ])('%s', (_, markdown, notes, resources) => {
    const topic = only(`# T\n- [ ] a\n  ${markdown}`).topics[0];
    const said = topic?.resources.map((one) =>
      typeof resources[0] === 'string' ? `${one.label} ${one.url}` : one,
    );
    expect({ notes: topic?.notes, resources: said }).toEqual({ notes, resources });
  });

  test('belong to what they are under', () => {
    const roadmap = readRoadmap(
      '# T\n\nwhole\n\n## A\n\nsection\n\n- plain\n- [ ] [a](https://a.b)\n\n  topic\n\n[R](https://r.s)',
    ).roadmap;
    expect(roadmap.notes).toEqual(['whole']);
    expect(roadmap.sections[0]).toMatchObject({
      notes: ['section', 'plain'],
      resources: [{ label: 'R', url: 'https://r.s' }],
      topics: [{ notes: ['topic'], resources: [{ label: 'a', url: 'https://a.b' }] }],
    });
  });
});

describe('keys', () => {
  test.each([
    ['Işık ve ÇİĞ, Şöyle', 'isik-ve-cig-soyle'],
    ['REST API', 'rest-api'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['✨ Databases', 'databases'],
    ['🚀', '1f680'],
    ['Привет, мир', 'привет-мир'],
    ['日本語', '日本語'],
    ['हिन्दी', 'हिन्दी'],
  ])('%j becomes %j', (title, slug) => {
    expect(only(`# T\n## S\n- [ ] ${title}`).topics[0]?.key).toBe(`s/${slug}`);
  });

  test('are paths, have numbers where titles are equal, and give way to ids', () => {
    const markdown = text`
      # T
      ## A
      - [ ] b
        - [ ] c
      - [ ] B
        - [ ] c
      - [ ] b 2
      ### A
      - [ ] b <!-- id: kept -->
        - [ ] c
      ## A
      - [ ] b
      - [ ] d <!-- id: a-2/b -->
    `;
    expect(topicsOf(readRoadmap(markdown).roadmap).map(({ key }) => key)).toEqual([
      'a/b',
      'a/b/c',
      'a/b-2',
      'a/b-2/c',
      'a/b-2-2',
      'kept',
      'kept/c',
      'a-2/b-2',
      'a-2/b',
    ]);
  });
});

test('lines are counted from 1, as in the file', () => {
  const topics = topicsOf(readRoadmap('\n# T\n\n- [ ] a\n\n  note\n\n  - [ ] b\n-\n  [ ] c').roadmap);
  expect(topics.map(({ title, line }) => [title, line])).toEqual([
    ['a', 4],
    ['b', 8],
    ['c', 10],
  ]);
});

test('a remark names the line after a break that the author made on purpose', () => {
  const { remarks } = readRoadmap('# T\n\n- [ ] a  \n  words\\\n  [b](./b.md)<br>\n  [c](./c.md)');
  expect(remarks.map(({ line, code }) => [line, code])).toEqual([
    [5, 'relative-link'],
    [6, 'relative-link'],
  ]);
});

test('a link that is left out is reported with its line', () => {
  const source = `# T

- [ ] One
  A note that goes on
  for some lines and has a [neighbour](./a.md)
  and <!-- a comment
  of two lines --> another [one
  over two lines](./b.md)
  and the [last](./c.md)
- [ ] Two

Words about it, and
more, with a [fourth](./d.md).
`;
  expect(readRoadmap(source).remarks.map(({ line, code }) => [line, code])).toEqual([
    [5, 'relative-link'],
    [7, 'relative-link'],
    [9, 'relative-link'],
    [13, 'relative-link'],
  ]);
});
