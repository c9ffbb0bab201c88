import { array, assert, constantFrom, integer, property } from 'fast-check';
import MarkdownIt, { type Env } from 'markdown-it';
import { expect, test } from 'vitest';
import { tokensInSteps } from '../../../src/roadmap/markdown/tokens.ts';

const whole = new MarkdownIt({ html: true, linkify: true, maxNesting: 21 });
whole.core.ruler.enableOnly(['normalize', 'block', 'strip_references']);

/** Lines that begin, go on with or end a block. */
const LINES = [
  '',
  '# Heading',
  'Text',
  '---',
  '- [ ] item',
  '  - nested',
  '1. first',
  '  more of it',
  '> quoted',
  '```',
  '    code',
  '<!-- comment',
  '-->',
  '<details>',
  '[name]: https://example.org',
  '| a | b |',
  '|---|---|',
  '\tindented',
  'line\u0000with\r',
];

test('a file read in steps of any length has the same blocks and links as one read in one go', () => {
  const lines = array(constantFrom(...LINES), { maxLength: 30 });
  assert(
    property(lines, integer({ min: 1, max: 4 }), (text, step) => {
      const [inOne, inSteps]: [Env, Env] = [{}, {}];
      const expected = whole.parse(text.join('\n'), inOne);
      const steps = tokensInSteps(text.join('\n'), inSteps, step);
      let next = steps.next();
      while (!next.done) next = steps.next();
      expect(next.value).toEqual(expected);
      expect(inSteps).toEqual(inOne);
    }),
    { numRuns: 150 },
  );
});

test('a long file is read in several steps, a short one in a single one', () => {
  const section = '# A\n\n- one\n- two\n';
  expect([...tokensInSteps(section, {}, 10)]).toHaveLength(1);
  expect([...tokensInSteps(section.repeat(20), {}, 10)].length).toBeGreaterThan(5);
});
