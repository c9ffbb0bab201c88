import { expect, test } from 'vitest';
import { outline } from '../../src/roadmap/outline.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';

const NESTED = `# Trail

## Track

- [ ] Caching
  - [ ] Client Side

### Databases

- [ ] ACID
  - [ ] Isolation
    - [ ] Phantoms

## Theory

- [ ] Networks
`;

test('each topic knows its place: its section, the top-level section, its parent, its path and its position', () => {
  const { nodes, byId, byKey } = outline('trail', readRoadmap(NESTED).roadmap);
  expect(
    nodes.map(({ topic, section, top, parent, children, path }) => ({
      title: topic.title,
      section: section.title,
      top: top.title,
      parent: parent?.topic.title ?? null,
      children: children.map((child) => child.topic.title),
      path: path.join(' › '),
    })),
  ).toEqual([
    {
      title: 'Caching',
      section: 'Track',
      top: 'Track',
      parent: null,
      children: ['Client Side'],
      path: 'Track',
    },
    {
      title: 'Client Side',
      section: 'Track',
      top: 'Track',
      parent: 'Caching',
      children: [],
      path: 'Track › Caching',
    },
    {
      title: 'ACID',
      section: 'Databases',
      top: 'Track',
      parent: null,
      children: ['Isolation'],
      path: 'Track › Databases',
    },
    {
      title: 'Isolation',
      section: 'Databases',
      top: 'Track',
      parent: 'ACID',
      children: ['Phantoms'],
      path: 'Track › Databases › ACID',
    },
    {
      title: 'Phantoms',
      section: 'Databases',
      top: 'Track',
      parent: 'Isolation',
      children: [],
      path: 'Track › Databases › ACID › Isolation',
    },
    {
      title: 'Networks',
      section: 'Theory',
      top: 'Theory',
      parent: null,
      children: [],
      path: 'Theory',
    },
  ]);
  for (const [order, node] of nodes.entries()) {
    expect(node.order).toBe(order);
    expect(byId.get(node.id)).toBe(node);
    expect(byKey.get(node.topic.key)).toBe(node);
  }
});
