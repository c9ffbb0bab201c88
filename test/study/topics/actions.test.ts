import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { affected, apply, newEntry, tickedInFile } from '../../../src/study/topics/actions.ts';
import {
  ACTIONS,
  type Action,
  type Entry,
  STATES,
  type State,
} from '../../../src/study/progress/progress.ts';
import { leaves, standings } from '../../../src/study/topics/status.ts';
import type { TopicNode } from '../../../src/roadmap/outline.ts';
import { anyCase, bundled, named, outlineOf, progress, small, titles } from '../roadmaps.ts';

const [BEFORE, NOW, LATER] = [1_000, 2_000, 3_000];
/** The same instants, with the study days that they count for. */
const [before, now] = [
  { at: BEFORE, date: '2026-11-22' },
  { at: NOW, date: '2026-11-23' },
];

describe('a topic after an action', () => {
  test.each<[State, Action, State | 'unchanged']>([
    ['todo', 'start', 'doing'],
    ['todo', 'done', 'done'],
    ['todo', 'skip', 'skipped'],
    ['todo', 'pause', 'unchanged'],
    ['todo', 'reset', 'unchanged'],
    ['doing', 'start', 'unchanged'],
    ['doing', 'done', 'done'],
    ['doing', 'skip', 'skipped'],
    ['doing', 'pause', 'todo'],
    ['doing', 'reset', 'todo'],
    ['done', 'start', 'unchanged'],
    ['done', 'done', 'unchanged'],
    ['done', 'skip', 'unchanged'],
    ['done', 'pause', 'unchanged'],
    ['done', 'reset', 'todo'],
    ['done', 'snooze', 'unchanged'],
    ['skipped', 'start', 'doing'],
    ['skipped', 'done', 'done'],
    ['skipped', 'skip', 'unchanged'],
    ['skipped', 'pause', 'unchanged'],
    ['skipped', 'reset', 'todo'],
    ['skipped', 'snooze', 'unchanged'],
  ])('%s, %s: %s', (state, action, result) => {
    const entry: Entry | undefined = state === 'todo' ? undefined : newEntry(state, before);
    const after = apply(entry, action, now, LATER);
    expect(after === (entry ?? null) ? 'unchanged' : (after?.state ?? 'todo')).toBe(result);
    const isOld = result === 'unchanged' && entry !== undefined;
    expect(after?.since ?? NOW).toBe(isOld ? BEFORE : NOW);
    expect(after?.sinceDate ?? now.date).toBe(isOld ? before.date : now.date);
    expect(after?.snoozedUntil ?? null).toBeNull();
  });

  test('a snooze keeps the state and its instant', () => {
    const doing = newEntry('doing', before);
    expect(apply(doing, 'snooze', now, LATER)).toEqual({ ...doing, snoozedUntil: LATER });
    expect(apply(undefined, 'snooze', now, LATER)).toEqual({ ...newEntry('todo', now), snoozedUntil: LATER });
  });

  test('a snooze that is over, the same or without an end changes nothing', () => {
    const away = { ...newEntry('todo', before), snoozedUntil: LATER };
    expect(apply(away, 'snooze', now, LATER)).toBe(away);
    expect(apply(away, 'snooze', now, NOW)).toBe(away);
    expect(apply(away, 'snooze', now)).toBe(away);
  });

  test('an action that asks for the present state ends a snooze', () => {
    const doing = { ...newEntry('doing', before), snoozedUntil: LATER };
    expect(apply(doing, 'start', now)).toEqual({ ...doing, snoozedUntil: null });
    const todo = { ...newEntry('todo', before), snoozedUntil: LATER };
    expect(apply(todo, 'reset', now)).toBeNull();
    expect(apply(todo, 'start', now)).toEqual(newEntry('doing', now));
  });

  test('an action that is repeated changes nothing the second time', () => {
    const anyEntry = fc.option(
      fc.record({
        state: fc.constantFrom(...STATES),
        since: fc.nat(BEFORE),
        sinceDate: fc.constant(before.date),
        snoozedUntil: fc.option(fc.integer({ min: NOW, max: LATER })),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(anyEntry, fc.constantFrom(...ACTIONS), (entry, action) => {
        const once = apply(entry, action, now, LATER) ?? undefined;
        expect(apply(once, action, { ...now, at: NOW + 1 }, LATER) ?? undefined).toBe(once);
      }),
    );
  });
});

describe('the leaves that an action changes', () => {
  const said = progress(small, { SQL: 'done', Indexes: 'skipped' });
  test.each<[Action, readonly string[]]>([
    ['start', ['Normal Forms']],
    ['done', ['Indexes', 'Normal Forms']],
    ['skip', ['Normal Forms']],
    ['pause', []],
    ['reset', ['SQL', 'Indexes']],
    ['snooze', ['Normal Forms']],
  ])('%s: %j', (action, touched) => {
    expect(titles(affected(named(small, 'Databases'), standings(small, said), action))).toEqual(touched);
  });

  test('a parent with a topic in progress is not started again', () => {
    const begun = standings(small, progress(small, { Indexes: 'doing' }));
    expect(affected(named(small, 'Databases'), begun, 'start')).toEqual([]);
  });

  test('a stage that follows from a track or a thesis can only be put off', () => {
    const all = standings(small, new Map());
    expect(affected(named(small, 'Web'), all, 'done')).toEqual([]);
    for (const action of ['start', 'done', 'skip', 'pause', 'reset'] as const)
      expect(affected(named(small, 'Web Thesis'), all, action)).toEqual([]);
    expect(titles(affected(named(small, 'Web Thesis'), all, 'snooze'))).toEqual(['Web Thesis']);
    expect(titles(affected(named(small, 'Startup'), all, 'done'))).toEqual(['Startup']);
  });

  test('are those whose state changes', () => {
    const whole = ACTIONS.filter((action) => action !== 'start' && action !== 'snooze');
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...whole), fc.nat(), ({ plan, entries }, action, index) => {
        const changes = (leaf: TopicNode): boolean => {
          const entry = entries.get(leaf.id);
          return (apply(entry, action, now)?.state ?? 'todo') !== (entry?.state ?? 'todo');
        };
        const parts = plan.nodes.slice(index % plan.nodes.length).slice(0, 1);
        const touched = parts.flatMap((node) => affected(node, standings(plan, entries), action));
        expect(titles(touched)).toEqual(titles(parts.flatMap(leaves).filter(changes)));
      }),
    );
  });
});

test('the ticks of a file are its ticked leaves; what is open under a tick stays open', () => {
  const plan = outlineOf('# R\n- [x] A\n  - [ ] B\n  - [x] C\n- [ ] D\n  - [x] E\n- [ ] F\n');
  expect(titles(tickedInFile(plan))).toEqual(['C', 'E']);
  expect(titles(tickedInFile(bundled))).toEqual(['Testing']);
});
