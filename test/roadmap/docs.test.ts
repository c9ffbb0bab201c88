import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { drawn } from './drawn.ts';

const PAGE = readFileSync(new URL('../../docs/roadmap-files.md', import.meta.url), 'utf8');

/** Each example of the page, with the result that the page states. */
const examples = [...PAGE.matchAll(/^```markdown\n((?:(?!```).)*?)\n```\n+```text\n(.*?)\n```$/gms)].map(
  ([, source = '', expected = '']) => ({
    source,
    expected,
    name: expected.split('\n').slice(0, 3).join(' '),
  }),
);

test('the page has an example of each kind', () => {
  expect(examples.length).toBeGreaterThan(8);
});

test.each(examples)('the page tells the truth: $name', ({ source, expected }) => {
  expect(drawn(readRoadmap(source).roadmap)).toBe(expected);
});
