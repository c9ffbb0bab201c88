import { describe, expect, test } from 'vitest';
import { matchFiles } from './match.ts';

/** A topic between two others, which do not change. */
const between = (title: string): string =>
  `# Path\n## List\n- [ ] Before it\n- [ ] ${title}\n- [ ] After that\n`;

describe('a topic has another title in the same place', () => {
  test.for([
    ['the words behind its lead change', 'Caching: use a cache', 'Caching: use a cache near the reader'],
    [
      'what it is about is written behind it',
      'JavaScript security',
      'JavaScript security: no secrets in the page',
    ],
    [
      'an address gets a name',
      'https://example.org/b-trees',
      '[B-trees explained](https://example.org/b-trees)',
    ],
    ['case, punctuation and marks', 'Sanal makineler & ağlar', '✨ SANAL MAKİNELER, AĞLAR!'],
    [
      'a typo',
      "Don't return sensetive data like credentials",
      'Don’t return sensitive data like credentials',
    ],
    [
      'a sentence grows',
      'Use HTTPS on the server side to avoid MITM',
      'Use HTTPS on the server side to avoid MITM (man in the middle)',
    ],
    [
      'a number is written otherwise',
      'Page weight: between 0kb and 500kb',
      'Page weight: it is between 0 and 500 KB',
    ],
    [
      'its link moves along',
      '[Joins](https://www.example.org/joins/?utm_source=x)',
      '[All about joins](http://example.org/joins)',
    ],
    [
      'its links, in another order',
      'Joins: [a](https://a.example/1) [b](https://b.example/2)',
      'Ties: [b](https://b.example/2) [a](https://a.example/1)',
    ],
    [
      'the same title, another link',
      '[Joins](https://example.org/joins)',
      '[Joins](https://example.com/joins)',
    ],
  ])('%s: sure', ([, before, after]) => {
    const { sure, likely, gone, added } = matchFiles(between(before ?? ''), between(after ?? ''));
    expect([sure.size, likely.size, gone, added]).toEqual([3, 0, [], []]);
  });

  test.for([
    ['other numbers', 'Part 2: Joins', 'Part 3: Joins'],
    ['other Roman numerals', 'Algorithms, part II', 'Algorithms, part III'],
    ['another letter', 'Priority A rules', 'Priority C rules'],
    ['a list that gained an item', 'Indexes', 'Indexes, Views'],
    ['a list that lost one', 'Dizinler ve görünümler', 'Dizinler'],
    ['a short title that gained words', 'Containers', 'Container networks'],
    ['exchanged words', 'Talk 12 - Breadth first search', 'Talk 12 - Depth first search'],
    ['the opposite', 'Decode a JPEG by hand', 'Encode a JPEG by hand'],
    ['variants behind a lead', 'Depth first search (recursive)', 'Depth first search (with a stack)'],
    [
      'other words and another link',
      '[Big endian](https://a.example)',
      '[Big and little endian](https://b.example)',
    ],
  ])('%s: asked', ([, before, after]) => {
    const { sure, likely, gone } = matchFiles(between(before ?? ''), between(after ?? ''));
    expect([sure.size, [...likely.values()].map((offers) => offers.length), gone]).toEqual([2, [1], []]);
  });

  test('another topic is in its place, so it is gone', () => {
    const { sure, gone, added } = matchFiles(between('Normal forms'), between('Kernel modules'));
    expect(sure.size).toBe(2);
    expect([gone, added]).toEqual([['list/normal-forms'], ['list/kernel-modules']]);
  });
});

test('a declared id is the topic that had this key, declared or made from its title', () => {
  const before = '# Path\n## List\n- [ ] Indexes\n- [ ] B-trees <!-- id: trees -->\n';
  const after =
    '# Path\n## Other\n- [ ] Hash joins <!-- id: trees -->\n- [ ] Kernel <!-- id: list/indexes -->\n';
  expect([...matchFiles(before, after).sure]).toEqual([
    ['list/indexes', 'list/indexes'],
    ['trees', 'trees'],
  ]);
});

test('a topic that declares its id does not pass it on to the topic in its place', () => {
  const before = '# Path\n## List\n- [ ] Indexes\n- [ ] Views\n';
  const after = '# Path\n## List\n- [ ] Indexes\n- [ ] All about views <!-- id: list/indexes -->\n';
  const { sure, replaced } = matchFiles(before, after);
  expect(sure.get('list/indexes')).toBe('list/indexes');
  expect(sure.get('list/views')).toBeUndefined();
  expect([...replaced]).toEqual([]);
});

describe('a topic that moves', () => {
  test.for([
    [
      'a renamed section keeps even its short titles',
      '# P\n## Git\n- [ ] Intro\n- [ ] Videos\n## Linux\n- [ ] Intro\n- [ ] Videos\n- [ ] Shell\n',
      '# P\n## Version control with Git\n- [ ] Intro\n- [ ] Videos\n## Linux\n- [ ] Intro\n- [ ] Videos\n- [ ] Shell\n',
      5,
    ],
    ['a renamed file', '# Path\n- [ ] Git\n- [ ] Linux\n', '# The way\n- [ ] Git\n- [ ] Linux\n', 2],
    [
      'a family',
      '# P\n## A\n- [ ] Databases\n  - [ ] Joins\n  - [ ] Views\n## B\n- [ ] Kernel\n',
      '# P\n## A\n## B\n- [ ] Kernel\n- [ ] Databases\n  - [ ] Joins\n  - [ ] Views\n',
      4,
    ],
    [
      'a parent that becomes a heading',
      '# P\n- [ ] Databases\n  - [ ] Joins\n  - [ ] Views\n',
      '# P\n## Databases\n- [ ] Joins\n- [ ] Views\n',
      2,
    ],
    [
      'a heading that becomes a parent',
      '# P\n## Databases\n- [ ] Joins\n- [ ] Views\n',
      '# P\n- [ ] Databases\n  - [ ] Joins\n  - [ ] Views\n',
      2,
    ],
  ] as const)('%s', ([, before, after, sure]) => {
    const match = matchFiles(before, after);
    expect(match.sure.size).toBe(sure);
    expect([...match.sure].every(([from, to]) => from.endsWith(to.split('/').at(-1) ?? ''))).toBe(true);
    expect(match.likely.size).toBe(0);
  });

  test('a short title with another link in another section has to be asked', () => {
    const { sure, likely } = matchFiles(
      '# P\n## Git\n- [ ] [Intro](https://a.example)\n- [ ] Rebase\n## Linux\n- [ ] Shell\n',
      '# P\n## Git\n- [ ] Rebase\n## Linux\n- [ ] Shell\n- [ ] [Intro](https://b.example)\n',
    );
    expect(sure.size).toBe(2);
    expect([...likely]).toEqual([['git/intro', ['linux/intro']]]);
  });
});

const list = (...items: readonly string[]): string =>
  `# P\n## List\n${items.map((item) => `- [ ] ${item}`).join('\n')}\n`;

describe('topics with equal titles', () => {
  const [a, b, c] = [
    '[Video](https://a.example)',
    '[Video](https://b.example)',
    '[Video](https://c.example)',
  ];

  test('are told apart by their links', () => {
    expect([...matchFiles(list(a, b, c), list(c, a)).sure]).toEqual([
      ['list/video', 'list/video-2'],
      ['list/video-3', 'list/video'],
    ]);
  });

  test('without links are told apart by their order, if their number stays', () => {
    expect([...matchFiles(list('Video', 'Video'), list('Quiz', 'Video', 'Video')).sure]).toEqual([
      ['list/video', 'list/video'],
      ['list/video-2', 'list/video-2'],
    ]);
  });

  test('have to be asked if their number changes', () => {
    const { sure, likely } = matchFiles(list('Video', 'Video', 'Video'), list('Video', 'Video'));
    expect(sure.size).toBe(0);
    expect(likely.size).toBe(2);
  });

  test('of which one is gone are not confused across sections', () => {
    const { sure } = matchFiles(
      '# P\n## Git\n- [ ] Video\n- [ ] Rebase\n## Linux\n- [ ] Video\n- [ ] Shell\n',
      '# P\n## Git\n- [ ] Rebase\n## Linux\n- [ ] Shell\n- [ ] Video\n',
    );
    expect(sure.get('git/video')).toBeUndefined();
    expect(sure.get('linux/video')).toBe('linux/video');
  });
});

test('if two topics look like it, neither is taken, and both are offered', () => {
  const before = '# P\n- [ ] If you parse XML, entity parsing is off\n';
  const after =
    '# P\n- [ ] If you parse XML, entity expansion is off\n- [ ] If you parse XML, entity parsing of it is off\n';
  expect([...matchFiles(before, after).likely.values()]).toEqual([
    expect.arrayContaining([expect.any(String), expect.any(String)]),
  ]);
});

test('a split offers each part, and a merged topic is offered for each that was merged', () => {
  const [whole, parts] = ['# P\n- [ ] Indexes, Views\n', '# P\n- [ ] Indexes\n- [ ] Views\n'];
  expect([...matchFiles(whole, parts).likely]).toEqual([['indexes-views', ['indexes', 'views']]]);
  expect([...matchFiles(parts, whole).likely]).toEqual([
    ['indexes', ['indexes-views']],
    ['views', ['indexes-views']],
  ]);
});

describe('a topic that had left the roadmap', () => {
  const archived = {
    id: 'a',
    key: 'data/normal-forms',
    title: 'Normal forms',
    holder: 'Data',
    links: ['https://n.example/'],
  };
  const before = '# P\n## Data\n- [ ] Joins\n';

  test.for([
    ['in its place', 'Data', 'Normal forms'],
    ['elsewhere, with its link', 'Design', '[Normal forms](https://n.example)'],
    ['by another name, with its link', 'Data', '[The normal forms, explained](http://n.example)'],
    ['by its id', 'Design', 'Third normal form <!-- id: data/normal-forms -->'],
  ])('returns %s', ([, section, title]) => {
    const { returning, added } = matchFiles(before, `${before}## ${section}\n- [ ] ${title}\n`, [archived]);
    expect([...returning.keys()]).toEqual(['a']);
    expect([...returning.values()]).not.toEqual(added);
  });

  test('does not return as one that is only similar, nor as one of several', () => {
    const alike = `${before}- [ ] Normal forms of grammars\n`;
    expect(matchFiles(before, alike, [archived]).returning.size).toBe(0);
    const twice = { ...archived, key: 'other/normal-forms', id: 'b' };
    const moved = `${before}## Design\n- [ ] [Normal forms](https://n.example)\n`;
    expect(matchFiles(before, moved, [archived, twice]).returning.size).toBe(0);
  });

  test('takes its place back from the topic that replaced it, which is reported', () => {
    const stoodIn = '# P\n## Data\n- [ ] Joins\n- [ ] Third normal form\n';
    const settled = stoodIn.replace('form\n', 'form <!-- id: data/normal-forms -->\n');
    const { sure, returning, replaced } = matchFiles(stoodIn, settled, [archived]);
    expect([...returning]).toEqual([['a', 'data/normal-forms']]);
    expect([...replaced]).toEqual([['data/third-normal-form', 'data/normal-forms']]);
    expect(sure.size).toBe(1);
  });
});
