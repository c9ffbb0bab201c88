import { describe, expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { Entry, State } from '../../../src/study/progress/progress.ts';
import { nextTopic } from '../../../src/study/suggestions/next-topic.ts';
import { newEntry } from '../../../src/study/topics/actions.ts';
import { siblingsOf } from '../../../src/study/topics/siblings.ts';
import { utcDay } from '../../../src/time/study-day.ts';
import { named, progress, small, titles } from '../roadmaps.ts';

const NOW = 1_000;

describe('after a topic comes', () => {
  test.each<[string, string, Readonly<Record<string, State>>, string]>([
    ['the first open topic under a parent', 'Databases', { SQL: 'done' }, 'Indexes'],
    ['what is in progress', 'SQL', { SQL: 'done', Indexes: 'doing' }, 'Indexes'],
    ['what is in progress elsewhere', 'Algorithms', { HTTP: 'doing' }, 'HTTP'],
    ['the first suggestion, though another one is nearer', 'SQL', { SQL: 'done' }, 'HTTP'],
  ])('%s', (_case, title, states, next) => {
    const own = progress(small, states);
    expect(nextTopic(small, own, NOW, { after: named(small, title) })?.topic.title).toBe(next);
  });

  test('not what was put off', () => {
    const own = new Map(progress(small, { SQL: 'done' }));
    own.set(named(small, 'Indexes').id, away(NOW + 1));
    expect(nextTopic(small, own, NOW, { after: named(small, 'Databases') })?.topic.title).toBe(
      'Normal Forms',
    );
  });

  test('nothing after the last open topic', () => {
    const all = Object.fromEntries(small.nodes.map(({ topic }) => [topic.title, 'done' as const]));
    const own = progress(small, { ...all, HTTP: 'todo' });
    expect(nextTopic(small, own, NOW, { after: named(small, 'HTTP') })).toBeNull();
  });
});

test('siblings have the same parent, or are at the top of the same section', () => {
  expect(titles(siblingsOf(small, named(small, 'SQL')))).toEqual(['Indexes', 'Normal Forms']);
  expect(titles(siblingsOf(small, named(small, 'HTTP')))).toEqual(['Databases', 'Security']);
});

const roadmap = outline(
  'r',
  readRoadmap(`# R
## Track
- [ ] a <!-- id: a needs: c -->
- [ ] b <!-- id: b -->
  - [ ] b1 <!-- id: b1 -->
  - [ ] b2 <!-- id: b2 -->
- [ ] c <!-- id: c -->
## Other
- [ ] d <!-- id: d -->
`).roadmap,
);
const [track] = roadmap.tree.sections;

const since = (state: State, at: number): Entry => newEntry(state, { at, date: utcDay(at) });
const doing = (at: number): Entry => since('doing', at);
const done = since('done', 1);
const skipped = since('skipped', 1);
const away = (until: number): Entry => ({ ...since('todo', 1), snoozedUntil: until });

describe('within a track comes', () => {
  test.each<[string, Record<string, Entry>, string | null]>([
    ['the first that needs nothing more', {}, 'b1'],
    ['what is in progress, before what is not', { c: doing(5) }, 'c'],
    ['what was started last, as in the picks', { c: doing(5), b2: doing(3) }, 'c'],
    ['nothing of another section, though it is in progress', { d: doing(5) }, 'b1'],
    ['what was waited for, once that is done', { c: done }, 'a'],
    ['what was waited for, once that is skipped', { c: skipped }, 'a'],
    ['not what is put off', { b1: away(NOW + 1) }, 'b2'],
    ['what was put off until now', { b1: away(NOW) }, 'b1'],
    ['what waits, before what is put off', { b1: away(NOW + 1), b2: done, c: away(NOW + 1) }, 'a'],
    ['what is put off, if nothing else is left', { a: done, b1: done, b2: done, c: away(NOW + 1) }, 'c'],
    ['nothing when all is done or skipped', { a: done, b1: done, b2: skipped, c: done }, null],
  ])('%s', (_, entries, expected) => {
    const own = new Map(
      Object.entries(entries).flatMap(([key, entry]) => {
        const node = roadmap.byKey.get(key);
        return node === undefined ? [] : [[node.id, entry] as const];
      }),
    );
    if (track === undefined) throw new Error('the roadmap has a track');
    expect(nextTopic(roadmap, own, NOW, { within: track })?.topic.key ?? null).toBe(expected);
  });
});
