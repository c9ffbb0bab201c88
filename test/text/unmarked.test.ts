import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { unmarked } from '../../src/text/unmarked.ts';

test.each([
  [
    '## Atomic\nAll of it, or nothing.\n## Isolated\nAs if alone.',
    'Atomic: All of it, or nothing. Isolated: As if alone.',
  ],
  ['# What is it?\nA promise', 'What is it? A promise'],
  ['- **one**\n- [x] _two_\n1. `three`\n> ~~four~~', 'one · two · three · four'],
  ['***both*** and __**more**__', 'both and more'],
  ['see [the docs](https://a.test/x) and ![a plan](https://a.test/y)', 'see the docs and a plan'],
  ['a_snake_case, 2 * 3 * 4, a ** b', 'a_snake_case, 2 * 3 * 4, a ** b'],
  ['```sql\nSELECT * FROM a -- # no\n```\nend', 'SELECT * FROM a -- # no · end'],
  ['## C# ##', 'C#'],
  ['', ''],
])('%j is read as %j', (written, shown) => {
  expect(unmarked(written)).toBe(shown);
});

test('any text becomes one line that has no more letters than before', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('#', ' ', '*', '_', '`', '-', '[', ']', '(', ')', 'a', '\n') }),
      (text) => {
        const shown = unmarked(text);
        expect(shown).not.toContain('\n');
        expect(shown.replaceAll(/[^a]/g, '').length).toBeLessThanOrEqual(text.replaceAll(/[^a]/g, '').length);
      },
    ),
  );
});
