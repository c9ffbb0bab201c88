import { describe, expect, test } from 'vitest';
import { type Edit, EditError, type EditProblem } from '../../../src/roadmap/editing/edit.ts';
import { editInSteps, editRoadmap } from '../../../src/roadmap/editing/edit-roadmap.ts';
import type { ReadOptions } from '../../../src/roadmap/read.ts';

const FILE = `# Trail

Notes of the file.

## Knots <!-- methods: cheatcode -->

* [x] **[Bowline](https://knots.org/bowline)** – the king <!-- id: bowline minutes: 20 -->
* [ ] Hitch <!-- needs: bowline -->
    * [ ] Clove
    * [ ] Half
  
1. [ ] Splice \t
   goes on here

## Walks
Short:
- [ ] Hill
> a quote
`;

function edited(edits: readonly Edit[], source = FILE, options: ReadOptions = {}): readonly string[] {
  const before = source.split('\n');
  const after = editRoadmap(source, edits, options).source.split('\n');
  // The removed and the added lines, to show that all others are the same.
  const gone = before.filter((line) => !after.includes(line)).map((line) => `< ${line}`);
  return [...gone, ...after.filter((line) => !before.includes(line)).map((line) => `> ${line}`)];
}

describe('an edit changes its lines, and leaves all others as they are', () => {
  test.each<readonly [string, Edit, readonly string[]]>([
    [
      'a topic behind others, in their way',
      { kind: 'add', place: { in: 'behind', key: 'knots/hitch' }, title: 'Reef' },
      ['> * [ ] Reef'],
    ],
    [
      'a topic at the end of a section',
      { kind: 'add', place: { in: 'section', key: 'knots' }, title: 'Reef' },
      ['> 2. [ ] Reef'],
    ],
    [
      'a first part',
      { kind: 'split', key: 'walks/short/hill', titles: ['Up', 'Down'] },
      ['>   - [ ] Up', '>   - [ ] Down'],
    ],
    [
      'a section with another title',
      { kind: 'head', section: 'walks', title: 'Ways' },
      ['< ## Walks', '> ## Ways'],
    ],
    ['a further part', { kind: 'split', key: 'knots/hitch', titles: ['Cow'] }, ['>     * [ ] Cow']],
    [
      'another title, with link, emphasis and directives as they were',
      { kind: 'rename', key: 'bowline', title: 'King [x] of knots' },
      [
        '< * [x] **[Bowline](https://knots.org/bowline)** – the king <!-- id: bowline minutes: 20 -->',
        '> * [x] King \\[x\\] of knots <!-- id: bowline minutes: 20 -->',
        '>   - [Bowline](<https://knots.org/bowline>)',
      ],
    ],
    [
      'minutes in the comment that has some',
      { kind: 'minutes', key: 'bowline', minutes: 45 },
      [
        '< * [x] **[Bowline](https://knots.org/bowline)** – the king <!-- id: bowline minutes: 20 -->',
        '> * [x] **[Bowline](https://knots.org/bowline)** – the king <!-- id: bowline minutes: 45 -->',
      ],
    ],
    [
      'no minutes any more',
      { kind: 'minutes', key: 'bowline', minutes: null },
      [
        '< * [x] **[Bowline](https://knots.org/bowline)** – the king <!-- id: bowline minutes: 20 -->',
        '> * [x] **[Bowline](https://knots.org/bowline)** – the king <!-- id: bowline -->',
      ],
    ],
    [
      'a title for readers of Turkish',
      { kind: 'translate', key: 'knots/hitch', language: 'tr', title: 'Kazık bağı --> <!-- id: x' },
      [
        '< * [ ] Hitch <!-- needs: bowline -->',
        '> * [ ] Hitch <!-- needs: bowline --> <!-- tr: Kazık bağı – <!– id: x -->',
      ],
    ],
    [
      'a link below all that is there',
      { kind: 'link', key: 'knots/hitch', link: { label: 'A ] b', url: 'https://a.org/x_(y)?q=[1]' } },
      ['>   - [A \\] b](<https://a.org/x_(y)?q=%5B1%5D>)'],
    ],
    [
      'a note',
      { kind: 'note', key: 'walks/short/hill', text: '[ ] steep\n# and wet' },
      ['>   - &#91; &#93; steep &#35; and wet'],
    ],
    [
      'what comes before',
      { kind: 'needs', key: 'knots/hitch', needs: ['walks/short/hill', 'bowline'] },
      ['< * [ ] Hitch <!-- needs: bowline -->', '> * [ ] Hitch <!-- needs: walks/short/hill bowline -->'],
    ],
    [
      'a topic with its parts is gone',
      { kind: 'remove', key: 'knots/hitch' },
      ['< * [ ] Hitch <!-- needs: bowline -->', '<     * [ ] Clove', '<     * [ ] Half'],
    ],
    [
      'what waited for a topic that is gone waits no longer',
      { kind: 'remove', key: 'bowline' },
      [
        '< * [x] **[Bowline](https://knots.org/bowline)** – the king <!-- id: bowline minutes: 20 -->',
        '< * [ ] Hitch <!-- needs: bowline -->',
        '> * [ ] Hitch',
      ],
    ],
    [
      'a topic with its parts in another topic',
      { kind: 'move', key: 'knots/hitch', place: { in: 'topic', key: 'walks/short/hill' } },
      [
        '< * [ ] Hitch <!-- needs: bowline -->',
        '<     * [ ] Clove',
        '<     * [ ] Half',
        '>   * [ ] Hitch <!-- needs: bowline -->',
        '>       * [ ] Clove',
        '>       * [ ] Half',
      ],
    ],
    [
      'the methods of a section',
      { kind: 'methods', section: 'knots', methods: ['feynman', 'project'] },
      ['< ## Knots <!-- methods: cheatcode -->', '> ## Knots <!-- methods: feynman project -->'],
    ],
    [
      'one topic that two have become, with their links',
      { kind: 'merge', key: 'bowline', into: 'walks/short/hill' },
      [
        '< * [x] **[Bowline](https://knots.org/bowline)** – the king <!-- id: bowline minutes: 20 -->',
        '< * [ ] Hitch <!-- needs: bowline -->',
        '> * [ ] Hitch <!-- needs: walks/short/hill -->',
        '>   - [Bowline](<https://knots.org/bowline>)',
      ],
    ],
  ])('%s', (_, edit, lines) => {
    expect(edited([edit])).toEqual(lines);
  });
});

test('a renamed topic keeps its identity, and so do its parts and the topics that need it', () => {
  const source = '# T\n## A\n- [ ] One\n  - [x] Part\n- [ ] Two <!-- needs: a/one a/one/part -->\n';
  const { source: after, was } = editRoadmap(source, [{ kind: 'rename', key: 'a/one', title: 'First' }]);
  expect(after).toBe(
    '# T\n## A\n- [ ] First\n  - [x] Part\n- [ ] Two <!-- needs: a/first a/first/part -->\n',
  );
  expect([...was]).toEqual([
    ['a/first', 'a/one'],
    ['a/first/part', 'a/one/part'],
    ['a/two', 'a/two'],
  ]);
});

test('topics with equal titles keep their identity when the number in their key changes', () => {
  const source = '# T\n## A\n- [ ] One\n- [x] One\n- [ ] Two <!-- needs: a/one-2 -->\n';
  const { source: after, was } = editRoadmap(source, [{ kind: 'remove', key: 'a/one' }]);
  expect(after).toBe('# T\n## A\n- [x] One\n- [ ] Two <!-- needs: a/one -->\n');
  expect(was.get('a/one')).toBe('a/one-2');
});

test('a directive among others, or behind a title that looks like one, is changed alone', () => {
  const source = '# T\n- [ ] \\<!-- minutes: 1 --> <!-- id: a minutes: 60 aliases: b --> <!-- tr: c: d -->\n';
  expect(editRoadmap(source, [{ kind: 'minutes', key: 'a', minutes: 5 }]).source).toBe(
    source.replace('60', '5'),
  );
});

test('several edits are made one after the other, with the original keys', () => {
  const source = '# T\n## A\n- [ ] One\n- [ ] Two';
  const { source: after, merged } = editRoadmap(source, [
    { kind: 'rename', key: 'a/one', title: 'Uno' },
    { kind: 'merge', key: 'a/two', into: 'a/one' },
    { kind: 'minutes', key: 'a/one', minutes: 5 },
  ]);
  expect(after).toBe('# T\n## A\n- [ ] Uno <!-- minutes: 5 -->\n');
  expect([...merged]).toEqual([['a/uno', ['a/two', 'a/one']]]);
});

test('if bullets are topics, a note is no bullet and a topic has no box', () => {
  const source = '# T\r\n\r\n- One\r\n- Two\r\n';
  const options = { bullets: true };
  const after = editRoadmap(
    source,
    [
      { kind: 'note', key: 'one', text: 'a note' },
      { kind: 'add', place: { in: 'behind', key: 'two' }, title: '1. # ✅ Three' },
    ],
    options,
  ).source;
  expect(after).toBe('# T\r\n\r\n- One\r\n\r\n  a note\r\n\r\n- Two\r\n- 1\\. # ✅ Three\r\n');
});

describe('a link or note is removed', () => {
  const source =
    '# T\n\n- [ ] One [a](https://a.org) <!-- id: one -->\n  - [b *c*](https://b.org/x)\n  - a note\n  - see [d](https://d.org)\n- [ ] Two <!-- id: two -->\n';
  test.each<readonly [string, Edit, string, string]>([
    [
      'a link in the title, whose words stay',
      { kind: 'unlink', key: 'one', at: 0 },
      '[a](https://a.org)',
      'a',
    ],
    [
      'a link on a line of its own',
      { kind: 'unlink', key: 'one', at: 1 },
      '  - [b *c*](https://b.org/x)\n',
      '',
    ],
    ['a note', { kind: 'unnote', key: 'one', at: 0 }, '  - a note\n', ''],
  ])('%s', (_, edit, gone, instead) => {
    expect(editRoadmap(source, [edit]).source).toBe(source.replace(gone, instead));
  });

  test('a link or note that does not exist is not removed', () => {
    expect(problemOf(() => editRoadmap(source, [{ kind: 'unnote', key: 'two', at: 0 }]))).toEqual({
      code: 'unknown',
      key: 'two',
    });
  });
});

describe('an edit that makes no sense is refused', () => {
  test.each<readonly [EditProblem, Edit]>([
    [{ code: 'no-title' }, { kind: 'rename', key: 'bowline', title: '\u200B \n' }],
    [{ code: 'no-title' }, { kind: 'add', place: { in: 'section', key: 'knots' }, title: 'x'.repeat(201) }],
    [{ code: 'no-note' }, { kind: 'note', key: 'bowline', text: ' \u2060' }],
    [
      { code: 'unknown', key: 'gone' },
      { kind: 'remove', key: 'gone' },
    ],
    [
      { code: 'unknown', key: 'gone' },
      { kind: 'add', place: { in: 'section', key: 'gone' }, title: 'x' },
    ],
    [
      { code: 'inside-itself' },
      { kind: 'move', key: 'knots/hitch', place: { in: 'topic', key: 'knots/hitch/half' } },
    ],
    [{ code: 'parts-and-none' }, { kind: 'merge', key: 'knots/hitch', into: 'bowline' }],
    [
      { code: 'cycle', keys: ['bowline', 'knots/hitch'] },
      { kind: 'needs', key: 'bowline', needs: ['knots/hitch'] },
    ],
  ])('%j', (problem, edit) => {
    expect(problemOf(() => editRoadmap(FILE, [edit]))).toEqual(problem);
  });

  test('a change that the file’s form does not allow is refused', () => {
    const table = '# T\n\n| Done | Topic |\n|---|---|\n| [ ] | One |\n| [ ] | Two |\n';
    const split: Edit = { kind: 'split', key: 'one', titles: ['Part'] };
    expect(problemOf(() => editRoadmap(table, [split]))).toEqual({ code: 'not-here' });
  });
});

function problemOf(edit: () => unknown): EditProblem | null {
  try {
    edit();
    return null;
  } catch (error) {
    if (error instanceof EditError) return error.problem;
    throw error;
  }
}

test('a long file is changed in many steps, so that other work can run in between', () => {
  const long = `# T\n\n## A\n${'- [ ] Topic\n'.repeat(2000)}`;
  const steps = [...editInSteps(long, [{ kind: 'rename', key: 'a/topic', title: 'First' }])];
  expect(steps.length).toBeGreaterThan(20);
});
