import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../../src/roadmap/in-turns.ts';
import { jsonInSteps } from '../../src/text/json-in-steps.ts';

test('writes what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(atOnce(jsonInSteps(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('writes lists that are made on the way, and yields', () => {
  const list = Array.from({ length: 1000 }, (_, n) => ({ n, lines: 'one\ntwo' }));
  const steps = jsonInSteps({ list: list.values(), left: undefined });
  let yields = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yields += 1;
  expect(step.value).toBe(JSON.stringify({ list }, null, 2));
  expect(yields).toBeGreaterThanOrEqual(5);
});
