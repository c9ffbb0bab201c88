import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import type { Topic } from '../../src/roadmap/roadmap.ts';
import { text, topicsOf } from './sketch.ts';

const remarksOn = (markdown: string) => readRoadmap(markdown).remarks;
const linesOf = (markdown: string) => remarksOn(markdown).map(({ line }) => line);

test.each(['<!-- id: walk -->', '<!--id: walk-->', '<!--   id: walk   -->', '<!--\tid: walk -->'])(
  '%j is one, with any space around it',
  (comment) => {
    const { roadmap, remarks } = readRoadmap(`# R\n\n- [ ] Walking ${comment}\n`);
    expect(topicsOf(roadmap).map(({ key }) => key)).toEqual(['walk']);
    expect(remarks).toEqual([]);
  },
);

test('an unusable one is reported with its line, even behind lines that are broken by hand', () => {
  const wrong = '<!-- minutes: many -->';
  expect(linesOf(`# R\n\n- [ ] Walk\n  ${wrong}\n`)).toEqual([4]);
  expect(linesOf(`# R\n\n- [ ] Walk  \n  ${wrong}\n`)).toEqual([4]);
  expect(linesOf(`# R\n\n- [ ] Walk\\\n  far  \n  ${wrong}\n`)).toEqual([5]);
});

test('say what Markdown cannot', () => {
  const roadmap = readRoadmap(text`
    # T
    ## Steps <!-- kind: career -->
    - [ ] Do it <!-- id: do stage: track work -->
    - [ ] Write <!-- stage: tez work -->
    - [ ] Rest <!--stage: free-->
    ## Hard work <!-- id: work methods: cheatcode, feynman track-methods: tez -->
    - [ ] a <!-- id: first minutes: 90 --> <!-- aliases: one,eins -->
    - [ ] b <!-- needs: first work/c -->
    - [ ] c <!-- id:third -->
    - [ ] c
    ### Inner
    - [ ] d
    ### Own <!-- methods: project -->
    - [ ] e
  `).roadmap;
  expect(roadmap.sections).toMatchObject([
    {
      kind: 'career',
      topics: [{ key: 'do', stage: { kind: 'track', track: 'work' } }, {}, { stage: { kind: 'free' } }],
    },
    {
      key: 'work',
      kind: 'track',
      methods: ['cheatcode', 'feynman'],
      trackMethods: ['tez'],
      topics: [
        { key: 'first', minutes: 90, aliases: ['one', 'eins'], needs: [] },
        { key: 'work/b', needs: ['first', 'work/c'], minutes: null, aliases: [] },
        { key: 'third' },
        { key: 'work/c' },
      ],
      sections: [
        { methods: ['cheatcode', 'feynman'], trackMethods: [] },
        { methods: ['project'], trackMethods: [] },
      ],
    },
  ]);
});

test('behind the title apply to the sections without their own', () => {
  const roadmap = readRoadmap(text`
    # T <!-- methods: feynman track-methods: tez -->
    ## A
    - [ ] a
    ## B <!-- methods: project track-methods: feynman -->
    - [ ] b
  `).roadmap;
  expect(roadmap.sections).toMatchObject([
    { methods: ['feynman'], trackMethods: ['tez'] },
    { methods: ['project'], trackMethods: ['feynman'] },
  ]);
});

describe('kinds', () => {
  test.each([
    ['Career Direction', 'career'],
    ['Carrer Direction', 'career'],
    ['CAREER PATH', 'career'],
    ['Career advice', 'track'],
    ['Tool Set', 'toolset'],
    ['Toolset', 'toolset'],
    ['Tools', 'track'],
    ['Fast CRUD apps for skill showcasing', 'showcase'],
    ['Showcase', 'showcase'],
    ['Tool Set <!-- kind: track -->', 'track'],
    ['Anything <!-- kind: showcase -->', 'showcase'],
  ])('%s is a %s', (title, kind) => {
    const { sections } = readRoadmap(`# T\n## ${title}\n- [ ] a\n### Tool Set\n- [ ] b`).roadmap;
    expect(sections.map((section) => section.kind)).toEqual([kind]);
    expect(sections[0]?.sections.map((section) => section.kind)).toEqual([kind]);
  });
});

describe('a comment that is no directive is left alone', () => {
  test.each([
    ['# T <!-- omit in toc -->\n- [ ] a'],
    ['<!-- prettier-ignore-start -->\n# T\n- [ ] a\n\n<!-- nonsense: yes -->'],
    ['# T\n- [ ] a <!-- see https -->'],
    ['# T\n- [ ] a\n  - note <!-- nonsense: yes -->'],
    ['# T\n## Not a section <!-- nonsense: yes -->\n## A\n- [ ] a'],
    ['# T\n- [ ] a `<!-- nonsense: yes -->`'],
  ])('%j', (markdown) => {
    expect(remarksOn(markdown)).toEqual([]);
  });
});

const unknown = (directive: string, meant: string | null = null): object => ({
  code: 'unknown-directive',
  directive,
  meant,
});
const misplaced = (directive: string): object => ({ code: 'misplaced-directive', directive });
const bad = (directive: string, value: string): object => ({ code: 'bad-value', directive, value });

describe('a fault is reported with its line', () => {
  test.each([
    ['- [ ] a <!-- ident: b -->', 3, unknown('ident', 'id')],
    ['- [ ] a <!-- ID: b -->', 3, unknown('ID', 'id')],
    ['- [ ] a <!-- id: b http://c -->', 3, unknown('http')],
    ['- [ ] a\n- [ ] b <!-- id: b id: c -->', 4, { code: 'repeated-directive', directive: 'id' }],
    ['- [ ] a\n- [ ] b <!-- id: b --> <!-- id: c -->', 4, { code: 'repeated-directive', directive: 'id' }],
    ['- [ ] a <!-- methods: tez -->', 3, misplaced('methods')],
    ['- [ ] a <!-- stage: free -->', 3, misplaced('stage')],
    ['- [ ] a\n### B <!-- kind: track -->\n- [ ] b', 4, misplaced('kind')],
    ['- [ ] a\n### B <!-- track-methods: tez -->\n- [ ] b', 4, misplaced('track-methods')],
    ['- [ ] a\n### B <!-- minutes: 5 -->\n- [ ] b', 4, misplaced('minutes')],
    ['- [ ] a <!-- id: -->', 3, bad('id', '')],
    ['- [ ] a <!-- id: b c -->', 3, bad('id', 'b c')],
    ['- [ ] a <!-- id: B -->', 3, bad('id', 'B')],
    ['- [ ] a <!-- needs: minutes: 5 -->', 3, bad('needs', '')],
    ['- [ ] a <!-- minutes: 0 -->', 3, bad('minutes', '0')],
    ['- [ ] a <!-- minutes: 1.5 -->', 3, bad('minutes', '1.5')],
    ['- [ ] a <!-- minutes: ten -->', 3, bad('minutes', 'ten')],
    ['- [ ] a <!-- minutes: 5 6 -->', 3, bad('minutes', '5 6')],
    ['- [ ] a <!-- minutes: 1000000 -->', 3, bad('minutes', '1000000')],
    ['- [ ] a\n## B <!-- methods: essay -->\n- [ ] b', 4, bad('methods', 'essay')],
    ['- [ ] a\n## B <!-- methods: tez tez -->\n- [ ] b', 4, bad('methods', 'tez tez')],
    ['- [ ] a\n## B <!-- kind: hobby -->\n- [ ] b', 4, bad('kind', 'hobby')],
    ['- [ ] a\n## Career\n- [ ] b <!-- stage: track -->', 5, bad('stage', 'track')],
    ['- [ ] a\n## Career\n- [ ] b <!-- stage: free a -->', 5, bad('stage', 'free a')],
    ['- [ ] a\n## Career\n- [ ] b <!-- stage: tez a b -->', 5, bad('stage', 'tez a b')],
    ['- [ ] a\n## Career\n- [ ] b <!-- stage: tez gone -->', 5, { code: 'unknown-track', key: 'gone' }],
    ['- [ ] a\n## Career\n- [ ] b <!-- stage: tez career -->', 5, { code: 'unknown-track', key: 'career' }],
    ['- [ ] a <!-- id: x -->\n- [ ] b <!-- id: x -->', 4, { code: 'duplicate-id', id: 'x', firstLine: 3 }],
    [
      '- [ ] a\n## B <!-- id: x -->\n- [ ] b\n## C <!-- id: x -->\n- [ ] c',
      6,
      { code: 'duplicate-id', id: 'x', firstLine: 4 },
    ],
    ['- [ ] a\n- [ ] b <!-- needs: s/a s/c -->', 4, { code: 'unknown-topic', key: 's/c' }],
  ])('%j', (markdown, line, problem) => {
    expect(remarksOn(`# T\n## S\n${markdown}`)).toEqual([{ line, ...problem }]);
  });
});

/**
 * Whether topics form a circle of needs. Topics without unmet needs are removed again and again, until none is left
 * or no more can be removed.
 */
function waitsForItself(topics: readonly Topic[]): boolean {
  const parents = new Map(topics.flatMap(({ key, children }) => children.map((child) => [child.key, key])));
  const inside = (key: string): readonly string[] => {
    const parent = parents.get(key);
    return parent === undefined ? [key] : [key, ...inside(parent)];
  };
  const needs = new Map(topics.map(({ key }) => [key, new Set<string>()]));
  for (const topic of topics) {
    for (const { key } of withChildren(topic)) for (const need of topic.needs) needs.get(key)?.add(need);
    for (const child of topic.children) needs.get(topic.key)?.add(child.key);
    if (topic.needs.some((need) => inside(topic.key).includes(need))) return true;
  }
  const done = new Set<string>();
  for (let before = -1; before < done.size;) {
    before = done.size;
    for (const [key, some] of needs) if ([...some].every((need) => done.has(need))) done.add(key);
  }
  return done.size < topics.length;
}

function withChildren(topic: Topic): readonly Topic[] {
  return [topic, ...topic.children.flatMap(withChildren)];
}

describe('topics that need one another', () => {
  test.each([
    ['for itself', '- [ ] a <!-- id: a needs: a -->', ['a']],
    ['each for the other', '- [ ] a <!-- id: a needs: b -->\n- [ ] b <!-- id: b needs: a -->', ['a', 'b']],
    ['a child for its parent', '- [ ] a <!-- id: a -->\n  - [ ] b <!-- id: b needs: a -->', ['a', 'b']],
    ['a parent for its child', '- [ ] a <!-- id: a needs: b -->\n  - [ ] b <!-- id: b -->', ['a', 'b']],
    [
      'through the children of others',
      '- [ ] a <!-- id: a -->\n  - [ ] b <!-- id: b needs: c -->\n- [ ] c <!-- id: c -->\n  - [ ] d <!-- id: d needs: a -->',
      ['a', 'b', 'c', 'd'],
    ],
    [
      'over sections',
      '- [ ] a <!-- id: a needs: b -->\n## U\n### V\n- [ ] b <!-- id: b needs: a -->\n- [ ] c',
      ['a', 'b'],
    ],
  ])('%s', (_, markdown, keys) => {
    const { roadmap, remarks } = readRoadmap(`# T\n## S\n${markdown}`);
    expect(remarks).toMatchObject([{ code: 'needs-cycle', keys }]);
    expect(markdown.split('\n')[(remarks[0]?.line ?? 0) - 3]).toContain('needs:');
    expect(waitsForItself(topicsOf(roadmap))).toBe(false);
  });

  test('are told from a long chain of topics, however long it is', () => {
    const count = 4000;
    const lines = Array.from(
      { length: count },
      (_, at) => `- [ ] ${at} <!-- id: t${at} needs: t${at + 1} -->`,
    );
    const roadmap = readRoadmap(['# T', ...lines, `- [ ] end <!-- id: t${count} -->`].join('\n')).roadmap;
    expect(topicsOf(roadmap)).toHaveLength(count + 1);
    const circle = remarksOn(['# T', ...lines, `- [ ] end <!-- id: t${count} needs: t0 -->`].join('\n'));
    expect(circle).toMatchObject([{ line: 2, code: 'needs-cycle' }]);
  });
});
