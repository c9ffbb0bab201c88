import { describe, expect, test } from 'vitest';
import { type Edit, EditError } from '../../../src/roadmap/editing/edit.ts';
import { editRoadmap } from '../../../src/roadmap/editing/edit-roadmap.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';

const FILE = `# Trail

Notes of the file.

## Knots

- [x] Bowline

### Hard

- [ ] Hitch <!-- needs: knots/bowline -->

Walks
-----

Short:
- [ ] Hill

Long:
- [x] Ridge [map]

[map]: https://maps.org

## License

Free.
`;

/** The added and the removed lines, in the order of the file. */
function edited(edit: Edit, source = FILE): readonly string[] {
  const after = editRoadmap(source, [edit]).source;
  const [before, now] = [source.split('\n'), after.split('\n')];
  return [
    ...before.filter((line) => line !== '' && !now.includes(line)).map((line) => `< ${line}`),
    ...now.filter((line) => line !== '' && !before.includes(line)).map((line) => `> ${line}`),
  ];
}

/** The keys of the topics in a file after an edit. */
function keysAfter(edit: Edit, source = FILE): readonly string[] {
  return [...editRoadmap(source, [edit]).was.keys()];
}

describe('a section is added', () => {
  const topics = { title: 'New', titles: ['One', 'Two'] };
  test.each<readonly [string, Edit, readonly string[]]>([
    [
      'behind another one, as deep as that',
      { kind: 'add-section', place: { in: 'behind', key: 'knots' }, ...topics },
      ['> ## New', '> - [ ] One', '> - [ ] Two'],
    ],
    [
      'in another one',
      { kind: 'add-section', place: { in: 'section', key: 'walks' }, ...topics },
      ['> ### New', '> - [ ] One', '> - [ ] Two'],
    ],
    [
      'among labels, as a label',
      { kind: 'add-section', place: { in: 'before', key: 'walks/long' }, ...topics },
      ['> New:', '> - [ ] One', '> - [ ] Two'],
    ],
    [
      'last of all, before what is no section',
      { kind: 'add-section', place: { in: 'roadmap' }, ...topics },
      ['> ## New', '> - [ ] One', '> - [ ] Two'],
    ],
  ])('%s', (_, edit, lines) => {
    expect(edited(edit)).toEqual(lines);
    const { source } = editRoadmap(FILE, [edit]);
    expect(source.indexOf('## License')).toBeGreaterThan(source.indexOf('New'));
  });

  test('in a file of its own', () => {
    const made = editRoadmap('# T\n', [{ kind: 'add-section', place: { in: 'roadmap' }, ...topics }]);
    expect(made.source).toBe('# T\n\n## New\n\n- [ ] One\n- [ ] Two\n');
    expect(made.added).toEqual(['new/one', 'new/two']);
  });

  test('with a title that looks like Markdown', () => {
    const made = editRoadmap(FILE, [
      { kind: 'add-section', place: { in: 'behind', key: 'knots' }, title: '[x] **A** #', titles: ['#'] },
    ]);
    const section = readRoadmap(made.source).roadmap.sections[1];
    expect([section?.title, section?.topics.map(({ title }) => title)]).toEqual(['[x] **A** #', ['#']]);
  });
});

describe('a section is moved with everything under it', () => {
  test.each<readonly [string, Edit, readonly string[]]>([
    [
      'behind another one',
      { kind: 'move-section', section: 'knots', place: { in: 'behind', key: 'walks' } },
      ['walks/short/hill', 'walks/long/ridge-map', 'knots/bowline', 'knots/hard/hitch'],
    ],
    [
      'before another one',
      { kind: 'move-section', section: 'walks', place: { in: 'before', key: 'knots' } },
      ['walks/short/hill', 'walks/long/ridge-map', 'knots/bowline', 'knots/hard/hitch'],
    ],
    [
      'out of the one around it',
      { kind: 'move-section', section: 'knots/hard', place: { in: 'behind', key: 'walks' } },
      ['knots/bowline', 'walks/short/hill', 'walks/long/ridge-map', 'hard/hitch'],
    ],
    [
      'into another one, deeper',
      { kind: 'move-section', section: 'knots', place: { in: 'section', key: 'walks' } },
      ['walks/short/hill', 'walks/long/ridge-map', 'walks/knots/bowline', 'walks/knots/hard/hitch'],
    ],
    [
      'a label into a section with headings',
      { kind: 'move-section', section: 'walks/long', place: { in: 'section', key: 'knots' } },
      ['knots/bowline', 'knots/hard/hitch', 'knots/long/ridge-map', 'walks/short/hill'],
    ],
  ])('%s', (_, edit, keys) => {
    expect(keysAfter(edit)).toEqual(keys);
  });

  test('a heading with a line under it becomes one with # if its level needs that', () => {
    expect(
      edited({ kind: 'move-section', section: 'walks', place: { in: 'section', key: 'knots' } }),
    ).toEqual(['< Walks', '< -----', '> ### Walks']);
  });

  test('but not into itself', () => {
    const edit: Edit = { kind: 'move-section', section: 'knots', place: { in: 'behind', key: 'knots/hard' } };
    expect(() => editRoadmap(FILE, [edit])).toThrow(new EditError({ code: 'inside-itself' }));
  });
});

describe('a section is removed with everything under it', () => {
  test('and so are needs for its topics; link definitions that others use stay', () => {
    expect(edited({ kind: 'remove-section', section: 'knots' })).toEqual([
      '< ## Knots',
      '< - [x] Bowline',
      '< ### Hard',
      '< - [ ] Hitch <!-- needs: knots/bowline -->',
    ]);
    expect(edited({ kind: 'remove-section', section: 'walks/long' })).toEqual([
      '< Long:',
      '< - [x] Ridge [map]',
      '< [map]: https://maps.org',
    ]);
    const shared = FILE.replace('Hill', 'Hill [map]');
    expect(edited({ kind: 'remove-section', section: 'walks/long' }, shared)).toEqual([
      '< Long:',
      '< - [x] Ridge [map]',
    ]);
  });

  test('a fold with its end', () => {
    const source = '# T\n\n<details>\n<summary>A</summary>\n\n- [ ] One\n\n</details>\n\n## B\n\n- [ ] Two\n';
    const { source: after } = editRoadmap(source, [{ kind: 'remove-section', section: 'a' }]);
    expect(after).toBe('# T\n\n## B\n\n- [ ] Two\n');
  });

  test('a stage of the career that stood for it is no stage any more', () => {
    const source =
      '# T\n\n## Way <!-- kind: career -->\n\n- [ ] Do it <!-- stage: track a -->\n\n## A\n\n- [ ] One\n\n## B\n\n- [ ] Two\n';
    const { roadmap } = editRoadmap(source, [{ kind: 'remove-section', section: 'a' }]);
    expect(roadmap.sections.map(({ key }) => key)).toEqual(['way', 'b']);
    expect(roadmap.sections[0]?.topics[0]?.stage).toBeNull();
  });
});

test('a track that a stage names keeps its key when it is renamed', () => {
  const source =
    '# T\n\n## Way <!-- kind: career -->\n\n- [ ] Do it <!-- stage: track a -->\n\n## A\n\n- [ ] One\n';
  const { source: after, sections } = editRoadmap(source, [{ kind: 'head', section: 'a', title: 'Best' }]);
  expect(after).toContain('## Best <!-- id: a -->');
  expect(sections.get('a')).toBe('a');
});

test('several edits follow a section through its new titles', () => {
  const { source, sections } = editRoadmap(FILE, [
    { kind: 'head', section: 'knots', title: 'Ropes' },
    { kind: 'move-section', section: 'knots', place: { in: 'behind', key: 'walks' } },
    { kind: 'add', place: { in: 'section', key: 'knots' }, title: 'Reef' },
  ]);
  expect(source).toContain('## Ropes\n\n- [x] Bowline\n- [ ] Reef\n');
  expect(sections.get('ropes')).toBe('knots');
});

describe('a link or a note is changed in one step', () => {
  const source =
    '# T\n\n- [ ] One [a](https://a.org) <!-- id: one -->\n  - [b *c*](https://b.org/x)\n  - a note\n    that goes on\n  - see <https://d.org>\n\n  A paragraph\n  of two lines.\n';
  const link = { label: 'New', url: 'https://new.org/' };
  test.each<readonly [string, Edit, string, string]>([
    [
      'a link on a line of its own',
      { kind: 'relink', key: 'one', at: 1, link },
      '[b *c*](https://b.org/x)',
      '[New](<https://new.org/>)',
    ],
    [
      'a link in the title goes below it, and its words stay',
      { kind: 'relink', key: 'one', at: 0, link },
      '[a](https://a.org) <!-- id: one -->\n',
      'a <!-- id: one -->\n  - [New](<https://new.org/>)\n',
    ],
    [
      'the address of a link in the title',
      { kind: 'relink', key: 'one', at: 0, link: { label: 'a', url: 'https://other.org/' } },
      '[a](https://a.org)',
      '[a](<https://other.org/>)',
    ],
    [
      'a note of several lines',
      { kind: 'renote', key: 'one', at: 0, text: 'Short.' },
      'a note\n    that goes on',
      'Short.',
    ],
    [
      'a paragraph',
      { kind: 'renote', key: 'one', at: 2, text: 'A line.' },
      'A paragraph\n  of two lines.',
      'A line.',
    ],
    [
      'a note of several lines is taken out',
      { kind: 'unnote', key: 'one', at: 0 },
      '  - a note\n    that goes on\n',
      '',
    ],
  ])('%s', (_, edit, gone, instead) => {
    expect(editRoadmap(source, [edit]).source).toBe(source.replace(gone, instead));
  });
});
