import { expect, test } from 'vitest';
import type { State } from '../../../src/study/progress/progress.ts';
import { nextAfter, siblingsOf } from '../../../src/study/suggestions/next-after.ts';
import { standings } from '../../../src/study/topics/status.ts';
import { named, progress, small, titles } from '../roadmaps.ts';

const NOW = 0;

test.each<[string, string, Readonly<Record<string, State>>, string]>([
  ['the first open topic under a parent', 'Databases', { SQL: 'done' }, 'Indexes'],
  ['the next open one within the parent', 'SQL', { SQL: 'done', Indexes: 'doing' }, 'Normal Forms'],
  ['what is suggested, at the end of a parent', 'Normal Forms', { HTTP: 'doing' }, 'HTTP'],
  ['what is suggested, at the top of a section', 'Algorithms', { HTTP: 'doing' }, 'HTTP'],
])('after a topic comes %s', (_case, title, states, next) => {
  const own = progress(small, states);
  expect(nextAfter(small, named(small, title), own, standings(small, own), NOW)?.topic.title).toBe(next);
});

test('nothing comes after the last open topic', () => {
  const all = Object.fromEntries(small.nodes.map(({ topic }) => [topic.title, 'done' as const]));
  const own = progress(small, { ...all, HTTP: 'todo' });
  expect(nextAfter(small, named(small, 'HTTP'), own, standings(small, own), NOW)).toBeNull();
});

test('siblings have the same parent, or are at the top of the same section', () => {
  expect(titles(siblingsOf(small, named(small, 'SQL')))).toEqual(['Indexes', 'Normal Forms']);
  expect(titles(siblingsOf(small, named(small, 'HTTP')))).toEqual(['Databases', 'Security']);
});
