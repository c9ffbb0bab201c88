import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TopicNode } from '../../../src/roadmap/outline.ts';
import type { Progress, State } from '../../../src/study/progress/progress.ts';
import {
  leaves,
  outermostDone,
  percent,
  standings,
  studied,
  tally,
} from '../../../src/study/topics/status.ts';
import { anyCase, bundled, named, outlineOf, progress, small, titled, titles } from '../roadmaps.ts';

const three = outlineOf('# R\n## S\n- [ ] Parent\n  - [ ] A\n  - [ ] B\n  - [ ] C\n');

describe('a parent', () => {
  test.each<[State, State, State, State]>([
    ['todo', 'todo', 'todo', 'todo'],
    ['doing', 'todo', 'todo', 'doing'],
    ['done', 'todo', 'todo', 'doing'],
    ['skipped', 'todo', 'todo', 'todo'],
    ['skipped', 'skipped', 'todo', 'todo'],
    ['skipped', 'skipped', 'doing', 'doing'],
    ['done', 'skipped', 'todo', 'doing'],
    ['done', 'skipped', 'skipped', 'done'],
    ['done', 'done', 'done', 'done'],
    ['skipped', 'skipped', 'skipped', 'skipped'],
  ])('of leaves that are %s, %s and %s is %s', (A, B, C, state) => {
    const all = standings(three, progress(three, { A, B, C }));
    expect(all.get(named(three, 'Parent').id)?.state).toBe(state);
  });

  test('is in progress since the first leaf was begun, and done since the last was settled', () => {
    const parent = named(three, 'Parent').id;
    const begun = progress(three, {
      A: { state: 'done', since: 30 },
      B: { state: 'doing', since: 20 },
      C: { state: 'skipped', since: 10 },
    });
    expect(standings(three, begun).get(parent)).toMatchObject({ since: 20, done: 1, skipped: 1, total: 3 });
    const over = progress(three, {
      A: { state: 'done', since: 30 },
      B: 'done',
      C: { state: 'skipped', since: 40 },
    });
    expect(standings(three, over).get(parent)).toMatchObject({ state: 'done', since: 40 });
  });

  test('is put off while all its open leaves are, until the first comes back', () => {
    const away = { A: { snoozedUntil: 9 }, B: { snoozedUntil: 5 } };
    const parent = named(three, 'Parent').id;
    expect(standings(three, progress(three, { ...away, C: 'done' })).get(parent)?.snoozedUntil).toBe(5);
    expect(standings(three, progress(three, away)).get(parent)?.snoozedUntil).toBeNull();
  });

  test('has no state of its own', () => {
    const all = standings(three, progress(three, { Parent: 'done' }));
    expect(all.get(named(three, 'Parent').id)).toMatchObject({ state: 'todo', since: null, done: 0 });
  });
});

test('a stage that stands for a track has the track’s state', () => {
  const ticked = progress(small, { Web: 'done', HTTP: 'done', SQL: 'doing' });
  expect(standings(small, ticked).get(named(small, 'Web').id)).toMatchObject({
    state: 'doing',
    done: 1,
    total: 5,
  });
});

/** The rules as they are written, leaf by leaf, without anything remembered between topics. */
function stateByHand(node: TopicNode, said: Progress): State {
  const states = leaves(node).map((leaf) => said.get(leaf.id)?.state ?? 'todo');
  const counted = states.filter((state) => state !== 'skipped');
  if (counted.length === 0) return 'skipped';
  if (counted.every((state) => state === 'done')) return 'done';
  return counted.some((state) => state !== 'todo') ? 'doing' : 'todo';
}

test('every state follows from the leaves', () => {
  fc.assert(
    fc.property(anyCase, ({ plan, entries: said }) => {
      const all = standings(plan, said);
      for (const node of plan.nodes) {
        const under = leaves(node).map((leaf) => said.get(leaf.id)?.state);
        expect(all.get(node.id)).toMatchObject({
          state: stateByHand(node, said),
          done: under.filter((state) => state === 'done').length,
          skipped: under.filter((state) => state === 'skipped').length,
          total: under.length,
        });
      }
    }),
  );
});

test('a tally counts every leaf once, and its percentage is full only when all is done', () => {
  fc.assert(
    fc.property(anyCase, ({ plan, entries: said }) => {
      const all = tally(plan, said);
      expect(all.total + all.skipped).toBe(
        plan.nodes.flatMap((node) => (node.parent ? [] : leaves(node))).length,
      );
      expect(all.percent === 100).toBe(all.total > 0 && all.done === all.total);
      expect(all.percent === 0).toBe(all.done === 0);
      const parts = plan.tree.sections.map((section) => tally(plan, said, section));
      for (const key of ['done', 'doing', 'skipped', 'total'] as const) {
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(all[key]);
      }
    }),
  );
});

test.each([
  [0, 0, 0],
  [0, 300, 0],
  [1, 300, 1],
  [299, 300, 99],
  [300, 300, 100],
  [1, 3, 33],
  [2, 3, 67],
])('%i of %i is %i %%', (done, total, whole) => {
  expect(percent(done, total)).toBe(whole);
});

test('a section is counted with its subsections, without skipped leaves', () => {
  const plan = outlineOf('# R\n## S\n- [ ] A\n### Inner\n- [ ] B\n- [ ] C\n## T\n- [ ] D\n');
  const said = progress(plan, { A: 'done', B: 'skipped', D: 'done' });
  expect(tally(plan, said, titled(plan, 'S'))).toEqual({
    done: 1,
    doing: 0,
    skipped: 1,
    total: 2,
    percent: 50,
  });
});

test('stages, tools and apps are not studied topics', () => {
  expect(new Set(studied(bundled).map((node) => node.top.title))).toEqual(
    new Set(['Main Roadmap', 'Theory', 'Devops']),
  );
  expect(studied(bundled)).toHaveLength(100);
  expect(tally(bundled, progress(bundled, { 'Twitter clone': 'done' })).done).toBe(0);
});

test('leaves are in file order, and a topic without children is its own leaf', () => {
  expect(titles(leaves(named(small, 'Databases')))).toEqual(['SQL', 'Indexes', 'Normal Forms']);
  expect(titles(leaves(named(small, 'HTTP')))).toEqual(['HTTP']);
});

test('the outermost topic that is now complete is the highest parent without open leaves', () => {
  const nested = outlineOf('# R\n## S\n- [ ] Out\n  - [ ] In\n    - [ ] A\n    - [ ] B\n  - [ ] C\n');
  const wholeAfter = (states: Readonly<Record<string, State>>): string | null => {
    const all = standings(nested, progress(nested, states));
    return outermostDone(named(nested, 'B'), all)?.topic.title ?? null;
  };
  expect(wholeAfter({ B: 'done' })).toBeNull();
  expect(wholeAfter({ A: 'done', B: 'done' })).toBe('In');
  expect(wholeAfter({ A: 'done', B: 'done', C: 'skipped' })).toBe('Out');
});
