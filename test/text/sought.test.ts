import { expect, test } from 'vitest';
import { soughtFor, standing } from '../../src/text/sought.ts';

test.each([
  ['the beginning of a word', ['cach'], 'caching', 'what it keeps', { said: 1, titled: 1 }],
  ['not the middle of one', ['ache'], 'caching', 'a cache', { said: 0, titled: 0 }],
  ['a word of the text', ['keep'], 'caching', 'what it keeps', { said: 1, titled: 0 }],
  ['each word once, wherever it stands', ['keep', 'keep', 'cach'], 'caching', 'keep', { said: 2, titled: 1 }],
  ['a letter as a whole word, first or last', ['c', 'r'], 'c', 'and r', { said: 2, titled: 1 }],
  ['a letter not as a beginning', ['c'], 'caching', 'cats', { said: 0, titled: 0 }],
  ['no ornaments', ['🏳️‍🌈', '***'], 'caching', '*** 🏳️‍🌈', { said: 0, titled: 0 }],
] as const)('%s', (_, typed, title, body, expected) => {
  expect(standing(soughtFor(typed), title, body)).toEqual(expected);
});

test('a text is not looked through for more than sixteen words', () => {
  const many = Array.from({ length: 500 }, (_, n) => `w${n}`);
  expect(soughtFor(many)).toHaveLength(16);
});
