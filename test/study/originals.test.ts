import { expect, test } from 'vitest';
import { besideCopies, originalsIn } from '../../src/study/originals.ts';

const BACKEND = { id: 'backend', baseId: null };
const COPY = { id: 'copy', baseId: 'backend' };
const DATA = { id: 'data', baseId: null };
const ALL = [BACKEND, COPY, DATA];

test.each([
  ['the copy takes its place', ['copy'], ['copy', 'data']],
  ['it is followed as well', ['copy', 'backend'], ['backend', 'copy', 'data']],
  ['its copy is not followed', ['data'], ['backend', 'copy', 'data']],
  ['nothing is followed', [], ['backend', 'copy', 'data']],
])('an original where %s', (_where, followed, shown) => {
  expect(besideCopies(ALL, followed).map(({ id }) => id)).toEqual(shown);
});

test('originals are those with a copy in the list', () => {
  expect([...originalsIn(ALL)]).toEqual(['backend']);
  expect([...originalsIn([BACKEND, DATA])]).toEqual([]);
});
