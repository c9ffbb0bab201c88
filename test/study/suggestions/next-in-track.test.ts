import { expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { nextInTrack } from '../../../src/study/suggestions/next-in-track.ts';
import type { Entry, State } from '../../../src/study/progress/progress.ts';
import { newEntry } from '../../../src/study/topics/actions.ts';
import { utcDay } from '../../../src/time/study-day.ts';

const NOW = 1_000;
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

test.each<[string, Record<string, Entry>, string | null]>([
  ['the first that needs nothing more', {}, 'b1'],
  ['what is in progress, before what is not', { c: doing(5) }, 'c'],
  ['what is in progress longest', { c: doing(5), b2: doing(3) }, 'b2'],
  ['what was waited for, once that is done', { c: done }, 'a'],
  ['what was waited for, once that is skipped', { c: skipped }, 'a'],
  ['not what is put off', { b1: away(NOW + 1) }, 'b2'],
  ['what was put off until now', { b1: away(NOW) }, 'b1'],
  ['what waits, before what is put off', { b1: away(NOW + 1), b2: done, c: away(NOW + 1) }, 'a'],
  ['what is put off, if nothing else is left', { a: done, b1: done, b2: done, c: away(NOW + 1) }, 'c'],
  ['nothing when all is done or skipped', { a: done, b1: done, b2: skipped, c: done }, null],
])('%s', (_, entries, expected) => {
  const progress = new Map(
    Object.entries(entries).flatMap(([key, entry]) => {
      const node = roadmap.byKey.get(key);
      return node === undefined ? [] : [[node.id, entry] as const];
    }),
  );
  if (track === undefined) throw new Error('the roadmap has a track');
  expect(nextInTrack(roadmap, progress, track, NOW)?.topic.key ?? null).toBe(expected);
});
