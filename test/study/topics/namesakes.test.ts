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
    ['has the title in other letters and signs', '## A\n- [ ] Sıfırdan Ağ!', '## B\n- [ ] SIFIRDAN ağ', 'B'],
    [
      'is under the same section, if there are several',
      '## Git\n- [ ] Basics',
      '## Go\n- [ ] Basics\n## Git\n- [ ] Basics',
      'Git',
    ],
    [
      'does not exist if the other roadmap has the title several times',
      '## A\n- [ ] Basics',
      '## B\n- [ ] Basics\n## C\n- [ ] Basics',
      null,
    ],
    [
      'does not exist if this roadmap has the title several times',
      '## A\n- [ ] Basics\n## B\n- [ ] Basics',
      '## C\n- [ ] Basics',
      null,
    ],
    ['has no parts', '## A\n- [ ] HTTP', '## B\n- [ ] HTTP\n  - [ ] Part', null],
    ['has no other title', '## A\n- [ ] C', '## B\n- [ ] C#', null],
  ])('%s', (_, own, other, section) => {
    const { roadmap, node } = first(own);
    expect(namesake(roadmap, node, read(other))?.section.title ?? null).toBe(section);
  });

  test('is not in a section of another kind', () => {
    const { roadmap, node } = first('## Track\n- [ ] Rust');
    const tools = read('## Tools <!-- kind: tools -->\n- [ ] Rust');
    const kinds = new Set([...roadmap.nodes, ...tools.nodes].map(({ top }) => top.kind));
    expect(namesake(roadmap, node, tools)).toEqual(kinds.size === 1 ? tools.nodes[0] : null);
  });
});

test('a member can choose from all topics with the title', () => {
  const { node } = first('## A\n- [ ] Basics');
  const other = read('## B\n- [ ] Basics\n## C\n- [ ] Basics');
  expect(namesakes(node, other).map(({ section }) => section.title)).toEqual(['B', 'C']);
});
