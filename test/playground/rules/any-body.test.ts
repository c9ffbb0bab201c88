import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRequest, type Request } from '../../../playground/rules/index.ts';
import { table } from '../../../playground/rules/operations.ts';
import { answer, button, container, edit, option, post, put, row, select, text, V2 } from './ask.ts';
import { isFull } from '../../size.ts';

const valid: readonly Request[] = [
  post({
    content: 'a',
    embeds: [{ title: 'a', fields: [{ name: 'a', value: 'b' }], footer: { text: 'c' } }],
    nonce: '1',
  }),
  post({ ...V2, components: [container(text('a'), row(button('a', { emoji: { name: '✅' } })))] }),
  edit({ components: [row(select([option('a')]))], attachments: [] }, { content: 'a' }),
  answer(8, { choices: [{ name: 'a', value: 'b', name_localizations: { tr: 'c' } }] }, { optionType: 3 }),
  answer(9, {
    title: 'a',
    custom_id: 'b',
    components: [{ type: 18, label: 'c', component: { type: 4, custom_id: 'd', style: 1, value: 'e' } }],
  }),
  answer(5, { flags: 64 }),
  put({
    name: 'a',
    description: 'b',
    contexts: [0],
    options: [{ type: 3, name: 'c', description: 'd', choices: [{ name: 'e', value: 'f' }] }],
  }),
];

/** The same value with one part replaced. Parts are counted in the order of the tree. */
function replaced(value: unknown, place: number, by: unknown): unknown {
  let left = place;
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]));
  };
  return walk(value);
}

test('the requests to be changed are valid', () => {
  expect(valid.map(checkRequest)).toEqual(valid.map(() => null));
});

test('a request with any part replaced passes or is refused with a rule, and never fails', () => {
  const parts = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, '', 0, [], [null], {}, [{}]),
    fc.jsonValue({ maxDepth: 1 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...valid), fc.nat(40), parts, (request, place, part) => {
      const refusal = checkRequest({ ...request, body: replaced(request.body, place, part) });
      expect(refusal === null || refusal.rule.length > 10).toBe(true);
    }),
    { numRuns: isFull ? 2000 : 100 },
  );
});

test('any body of any operation passes or is refused with a rule, and never fails', () => {
  fc.assert(
    fc.property(fc.constantFrom(...table), fc.jsonValue(), ([method, template], body) => {
      const refusal = checkRequest({ method, path: template.replaceAll(/\{\w+\}/g, '1'), body });
      expect(refusal === null || refusal.rule.length > 10).toBe(true);
    }),
    { numRuns: isFull ? 3000 : 150 },
  );
});
