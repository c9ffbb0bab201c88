import { describe, expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { namesake, namesakes } from '../../../src/study/topics/namesakes.ts';

const read = (source: string) => outline('roadmap', readRoadmap(`# Title\n\n${source}`).roadmap);
const first = (source: string) => {
  const roadmap = read(source);
  const node = roadmap.nodes.find(({ children }) => children.length === 0);
  if (node === undefined) throw new Error('there is a topic');
  return { roadmap, node };
};

describe('the topic of another roadmap that is offered as the same skill', () => {
  test.each([
    ['has the same title', '## A\n- [ ] HTTP', '## B\n- [ ] HTTP', 'B'],
    ['has it in other letters and signs', '## A\n- [ ] Sıfırdan Ağ!', '## B\n- [ ] SIFIRDAN ağ', 'B'],
    [
      'stands under the same title, if there are several',
      '## Git\n- [ ] Basics',
      '## Go\n- [ ] Basics\n## Git\n- [ ] Basics',
      'Git',
    ],
    [
      'is none, if it stands several times elsewhere',
      '## A\n- [ ] Basics',
      '## B\n- [ ] Basics\n## C\n- [ ] Basics',
      null,
    ],
    [
      'is none, if it stands several times here',
      '## A\n- [ ] Basics\n## B\n- [ ] Basics',
      '## C\n- [ ] Basics',
      null,
    ],
    ['is none with parts of its own', '## A\n- [ ] HTTP', '## B\n- [ ] HTTP\n  - [ ] Part', null],
    ['is none of another title', '## A\n- [ ] C', '## B\n- [ ] C#', null],
  ])('%s', (_, own, other, section) => {
    const { roadmap, node } = first(own);
    expect(namesake(roadmap, node, read(other))?.section.title ?? null).toBe(section);
  });

  test('is none in a section of another kind', () => {
    const { roadmap, node } = first('## Track\n- [ ] Rust');
    const tools = read('## Tools <!-- kind: tools -->\n- [ ] Rust');
    const kinds = new Set([...roadmap.nodes, ...tools.nodes].map(({ top }) => top.kind));
    expect(namesake(roadmap, node, tools)).toEqual(kinds.size === 1 ? tools.nodes[0] : null);
  });
});

test('all topics with the title can be chosen by hand', () => {
  const { node } = first('## A\n- [ ] Basics');
  const other = read('## B\n- [ ] Basics\n## C\n- [ ] Basics');
  expect(namesakes(node, other).map(({ section }) => section.title)).toEqual(['B', 'C']);
});
