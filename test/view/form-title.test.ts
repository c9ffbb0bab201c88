import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formTitle } from '../../src/view/components.ts';

test.each([
  ['Add topics…', 'Add topics'],
  ['Konu ekle…', 'Konu ekle'],
  ['Needs work', 'Needs work'],
  ['I/O … and back', 'I/O … and back'],
  // A form needs a title.
  ['…', '…'],
])('a form that %j opens is called %j', (label, title) => {
  expect(formTitle(label)).toBe(title);
});

test('a long title is cut to what Discord takes', () => {
  expect(formTitle('x'.repeat(60))).toBe(`${'x'.repeat(44)}…`);
});

test('no form has a title that was made otherwise', () => {
  const titles = globSync('src/view/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/title: (\w+)[^\n]*\n\s*custom_id:/g)].map(([, by]) => by),
  );
  expect(titles.length).toBeGreaterThan(20);
  expect(new Set(titles)).toEqual(new Set(['formTitle']));
});
