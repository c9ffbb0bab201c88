import { expect, test } from 'vitest';
import { whereTheyAre } from '../../../src/study/suggestions/present.ts';
import { bundled, progress } from '../roadmaps.ts';

type States = Parameters<typeof progress>[1];

const here = (states: States): string | null => {
  const present = whereTheyAre(bundled, progress(bundled, states), 0);
  return present === null ? null : `${present.node.topic.title}${present.isBegun ? ' (begun)' : ''}`;
};

test('a member is at the topic in progress, else at the next one, and never at one that is done', () => {
  const first = here({});
  expect(first).not.toBeNull();
  expect(here({ [first ?? '']: 'doing' })).toBe(`${first} (begun)`);
  expect(here({ [first ?? '']: 'done' })).not.toBe(first);
  expect(here({ ACID: 'doing', [first ?? '']: 'done' })).toBe('ACID (begun)');
});

test('a member who has finished or skipped everything is nowhere, whatever stage is next', () => {
  const all = Object.fromEntries(
    bundled.nodes
      .filter(({ top, children }) => top.kind !== 'career' && children.length === 0)
      .map(({ topic }) => [topic.title, 'done' as const]),
  );
  expect(here(all)).toBeNull();
});
