import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outline } from '../../../src/roadmap/outline.ts';
import { METHODS, type Method } from '../../../src/roadmap/roadmap.ts';
import {
  countProven,
  isProven,
  ladder,
  mayProve,
  methodsOf,
  nextRung,
  type Proofs,
  type ProofState,
  proofTally,
  provenTopics,
  provesByItself,
  tickAfterProof,
  withTheses,
} from '../../../src/study/proofs/proof.ts';
import { suggest } from '../../../src/study/suggestions/suggest.ts';
import { bundled, named, outlineOf, progress, titled, titles } from '../roadmaps.ts';

const plan = outlineOf(`# Plan
## Direction <!-- kind: career -->
- [ ] Web <!-- stage: track web -->
- [ ] Web Tez <!-- stage: tez web -->
- [ ] Startup <!-- stage: free -->
## Web <!-- id: web kind: track methods: cheatcode feynman track-methods: tez -->
- [ ] HTTP
- [ ] Databases
  - [ ] SQL
  - [ ] Indexes
## Theory <!-- kind: track methods: feynman tez -->
- [ ] Graphs
## Extra <!-- kind: track -->
- [ ] Drawing
`);

/** A member's proofs, by title. */
function shown(
  outline: Outline,
  work: Readonly<Record<string, Partial<Record<Method, ProofState>>>>,
): Proofs {
  return new Map(
    Object.entries(work).map(([title, by]) => [
      named(outline, title).id,
      new Map(METHODS.flatMap((method) => (by[method] === undefined ? [] : [[method, by[method]] as const]))),
    ]),
  );
}
const whole = { cheatcode: 'proven', feynman: 'proven' } as const;

test.each<[string, readonly Method[]]>([
  ['HTTP', ['cheatcode', 'feynman']],
  ['Databases', []],
  ['SQL', ['cheatcode', 'feynman']],
  ['Graphs', ['feynman', 'tez']],
  ['Drawing', []],
  ['Web', []],
  ['Web Tez', ['tez']],
  ['Startup', []],
])('%s asks for %j', (title, methods) => {
  expect(methodsOf(named(plan, title))).toEqual(methods);
});

const asks = (title: string) => methodsOf(named(bundled, title));

test('the bundled roadmap asks for what its author named', () => {
  expect(asks('ACID')).toEqual(['cheatcode', 'feynman', 'project']);
  expect(asks('✨ Operating Systems')).toEqual(['cheatcode', 'feynman', 'tez']);
  expect(asks('tmux')).toEqual(['cheatcode', 'feynman', 'project']);
  expect(asks('Scripting: JavaScript')).toEqual(['project']);
  expect(asks('Backend Tez')).toEqual(['tez']);
});

test.each<[string, readonly Method[]]>([
  ['HTTP', ['cheatcode', 'feynman', 'project']],
  ['Databases', []],
  ['Graphs', ['cheatcode', 'feynman', 'project', 'tez']],
  ['Drawing', ['cheatcode', 'feynman', 'project']],
  ['Web', []],
  ['Web Tez', ['tez']],
  ['Startup', []],
])('%s may be proven by %j', (title, methods) => {
  expect(METHODS.filter((method) => mayProve(named(plan, title), method))).toEqual(methods);
});

test('a topic takes every method that it asks for', () => {
  for (const node of [...bundled.nodes, ...plan.nodes])
    for (const method of methodsOf(node)) expect(mayProve(node, method)).toBe(true);
});

test('a cheat code and a project count at once, an explanation and a thesis when others agree', () => {
  expect(METHODS.filter(provesByItself)).toEqual(['cheatcode', 'project']);
});

describe('a ladder', () => {
  test('has the steps that are asked for, in order; the next one is the first that is not proven', () => {
    const rungs = ladder(
      named(plan, 'HTTP'),
      shown(plan, { HTTP: { cheatcode: 'proven', project: 'proven' } }),
    );
    expect(rungs).toEqual([
      { method: 'cheatcode', state: 'proven' },
      { method: 'feynman', state: 'open' },
    ]);
    expect(nextRung(rungs)?.method).toBe('feynman');
    expect(nextRung(ladder(named(plan, 'HTTP'), shown(plan, { HTTP: whole })))).toBeNull();
  });
});

describe('proven', () => {
  test.each<[string, Parameters<typeof shown>[1], 'done' | 'doing', boolean]>([
    ['done and shown by all', { HTTP: whole }, 'done', true],
    ['shown by all but not done', { HTTP: whole }, 'doing', false],
    ['done and shown by one', { HTTP: { cheatcode: 'proven' } }, 'done', false],
    ['done, and one is only written', { HTTP: { ...whole, feynman: 'written' } }, 'done', false],
    ['done and shown by what is not asked for', { HTTP: { project: 'proven' } }, 'done', false],
  ])('is a topic that is %s: %#', (_, work, state, proven) => {
    expect(isProven(named(plan, 'HTTP'), progress(plan, { HTTP: state }), shown(plan, work))).toBe(proven);
  });

  test('is never a topic that asks for nothing', () => {
    expect(
      isProven(named(plan, 'Drawing'), progress(plan, { Drawing: 'done' }), shown(plan, { Drawing: whole })),
    ).toBe(false);
  });

  test('is the stage of a thesis by itself, and a topic with others under it when all that count are', () => {
    const states = progress(plan, { SQL: 'done', Indexes: 'skipped', HTTP: 'done' });
    const proofs = shown(plan, { SQL: whole, HTTP: { cheatcode: 'proven' }, 'Web Tez': { tez: 'proven' } });
    const proven = provenTopics(plan, states, proofs);
    expect(titles(plan.nodes.filter(({ id }) => proven.has(id)))).toEqual(['Web Tez', 'Databases', 'SQL']);
  });

  test('is counted among the leaves that ask for it, without skipped ones', () => {
    const states = progress(plan, { SQL: 'done', Indexes: 'skipped', HTTP: 'done', Drawing: 'done' });
    const proofs = shown(plan, { SQL: whole, HTTP: { cheatcode: 'proven' } });
    expect(proofTally(plan, states, proofs)).toEqual({ proven: 1, total: 3, percent: 33 });
    expect(proofTally(plan, states, proofs, titled(plan, 'Web'))).toEqual({
      proven: 1,
      total: 2,
      percent: 50,
    });
    expect(proofTally(plan, states, proofs, titled(plan, 'Extra'))).toEqual({
      proven: 0,
      total: 0,
      percent: 0,
    });
  });

  test('is counted for a group over its members', () => {
    const web = countProven(plan, titled(plan, 'Web'));
    expect(web.percent()).toBe(0);
    const both = shown(plan, { HTTP: whole, SQL: whole });
    web.add(progress(plan, { HTTP: 'done', SQL: 'done', Indexes: 'done' }), both);
    web.add(progress(plan, { HTTP: 'done' }), both);
    web.add(progress(plan, { SQL: 'skipped', Indexes: 'skipped' }), new Map());
    // The first has two and the second one of three, the third none of one.
    expect(web.percent()).toBe(43);
  });

  test('is never more than done, for any roadmap and any work', () => {
    const anyState = fc.constantFrom<ProofState>('written', 'proven');
    const titlesOfLeaves = ['HTTP', 'SQL', 'Indexes', 'Graphs'] as const;
    const anyWork = fc.dictionary(
      fc.constantFrom(...titlesOfLeaves),
      fc.record(
        { cheatcode: anyState, feynman: anyState, project: anyState, tez: anyState },
        { requiredKeys: [] },
      ),
    );
    const anyStates = fc.dictionary(
      fc.constantFrom(...titlesOfLeaves),
      fc.constantFrom('todo', 'doing', 'done', 'skipped'),
    );
    fc.assert(
      fc.property(anyWork, anyStates, (work, states) => {
        const now = progress(plan, states);
        const proofs = shown(plan, work);
        const done = titlesOfLeaves.filter((title) => states[title] === 'done');
        const { proven, total } = proofTally(plan, now, proofs);
        expect(proven).toBeLessThanOrEqual(Math.min(done.length, total));
        const leaves = [...provenTopics(plan, now, proofs)].filter(
          (id) => plan.byId.get(id)?.children.length === 0,
        );
        expect(leaves).toHaveLength(proven);
      }),
    );
  });
});

test.each([
  ['HTTP', {}, {}, 'possible'],
  ['HTTP', {}, { cheatcode: 'proven', feynman: 'written' }, 'possible'],
  ['HTTP', { HTTP: 'doing' }, { cheatcode: 'proven', feynman: 'proven' }, 'offer'],
  ['HTTP', { HTTP: 'done' }, { cheatcode: 'proven', feynman: 'proven' }, 'no'],
  ['HTTP', { HTTP: 'skipped' }, {}, 'no'],
  ['Web Tez', {}, { tez: 'proven' }, 'no'],
] as const)(
  'the topic %s, in state %j and with proofs %j, can be ticked off: %s',
  (title, states, work, tick) => {
    const proofs = shown(plan, { [title]: work });
    expect(tickAfterProof(named(plan, title), progress(plan, states), proofs)).toBe(tick);
  },
);

describe('a stage that is a thesis', () => {
  const id = named(plan, 'Web Tez').id;
  const at = (provenAt: number | null) => new Map([[id, { createdAt: 5, provenAt }]]);

  test('has the state of the thesis, whatever was ticked', () => {
    for (const said of ['todo', 'doing', 'done', 'skipped'] as const) {
      const states = progress(plan, { 'Web Tez': said, HTTP: 'done' });
      expect(withTheses(plan, states, at(null)).get(id)).toMatchObject({
        state: 'doing',
        since: 5,
        snoozedUntil: null,
      });
      expect(withTheses(plan, states, at(9)).get(id)).toMatchObject({
        state: 'done',
        since: 9,
        snoozedUntil: null,
      });
      expect(withTheses(plan, states, new Map()).get(id)?.state ?? 'todo').toBe('todo');
      expect(withTheses(plan, states, at(9)).get(named(plan, 'HTTP').id)?.state).toBe('done');
    }
  });

  test('can be put off while it is not accepted', () => {
    const states = progress(plan, { 'Web Tez': { state: 'todo', snoozedUntil: 99 } });
    expect(withTheses(plan, states, new Map()).get(id)?.snoozedUntil).toBe(99);
    expect(withTheses(plan, states, at(null)).get(id)?.snoozedUntil).toBe(99);
    expect(withTheses(plan, states, at(9)).get(id)?.snoozedUntil).toBeNull();
  });

  test('is suggested once its track is done, until it is accepted', () => {
    const done = progress(plan, { HTTP: 'done', SQL: 'done', Indexes: 'done' });
    const first = (theses: Parameters<typeof withTheses>[2]) =>
      suggest({ outline: plan, progress: withTheses(plan, done, theses), now: 10 })[0];
    expect(first(new Map())).toMatchObject({ node: { id }, reason: { kind: 'next-stage', track: 'Web' } });
    expect(first(at(null))).toMatchObject({ node: { id }, reason: { kind: 'in-progress', since: 5 } });
    expect(first(at(9))?.node.topic.title).toBe('Startup');
  });
});
