import { expect, test } from 'vitest';
import { likelyTopics, toProveNext } from '../../../src/study/proofs/choosing.ts';
import type { Proofs } from '../../../src/study/proofs/proof.ts';
import { named, outlineOf, progress, small, titles } from '../roadmaps.ts';

const plan = outlineOf(`# Plan

## Track <!-- methods: cheatcode -->

- [ ] New
- [ ] Done
- [ ] Begun
- [ ] Skipped
- [ ] Written

## Other

- [ ] Not asked for
`);

test('topics in progress come first, then done ones, then the rest; skipped and written ones are left out', () => {
  const states = progress(plan, { Done: 'done', Begun: 'doing', Skipped: 'skipped', Written: 'doing' });
  const proofs: Proofs = new Map([[named(plan, 'Written').id, new Map([['cheatcode', 'proven']])]]);
  expect(titles(toProveNext(plan, states, proofs, 'cheatcode'))).toEqual(['Begun', 'Done', 'New']);
  expect(toProveNext(plan, states, proofs, 'tez')).toEqual([]);
});

test('a message is probably about the topic that was begun last, then about the one done last; not about a stage or a parent', () => {
  const states = progress(small, {
    Startup: { state: 'doing', since: 9 },
    Databases: { state: 'doing', since: 8 },
    HTTP: { state: 'done', since: 7 },
    SQL: { state: 'doing', since: 3 },
    Security: { state: 'doing', since: 5 },
    Networks: { state: 'done', since: 8 },
    Algorithms: 'skipped',
  });
  expect(titles(likelyTopics(small, states))).toEqual(['Security', 'SQL', 'Networks', 'HTTP']);
});
