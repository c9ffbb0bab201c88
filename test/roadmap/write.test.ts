import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { writeTicks } from '../../src/roadmap/write.ts';
import { topicsOf } from './sketch.ts';

describe('ticks are written in their places', () => {
  test.each([
    ['a tick', '- [ ] a', ['a'], '- [x] a'],
    ['its taking back', '- [X] a', [], '- [ ] a'],
    ['a tick that stays', '- [X] a\n- [x] b', ['a', 'b'], '- [X] a\n- [x] b'],
    ['a key of no topic', '- [ ] a', ['z'], '- [ ] a'],
    ['brackets in a title', '- [ ] [x] [a](b)', ['x-a'], '- [x] [x] [a](b)'],
    ['a child alone', '*\t[ ] a\n\t+ [ ] b', ['a/b'], '*\t[ ] a\n\t+ [x] b'],
    ['in a quote', '> 1) [ ] a', ['a'], '> 1) [x] a'],
    ['on the line after its bullet', '-\n  [ ] a', ['a'], '-\n  [x] a'],
    ['behind two bullets', '- - [ ] a', ['a'], '- - [x] a'],
    [
      'with any line ends',
      '- [ ] a\r\n- [ ] b\r- [ ] c\n\r\n',
      ['b', 'c'],
      '- [ ] a\r\n- [x] b\r- [x] c\n\r\n',
    ],
    ['not in code', '- [ ] a\n\n```\n- [ ] a\n```\n', ['a'], '- [x] a\n\n```\n- [ ] a\n```\n'],
  ])('%s', (_, markdown, ticked, expected) => {
    expect(writeTicks(`# T\n${markdown}`, new Set(ticked))).toBe(`# T\n${expected}`);
  });

  test('after a byte-order mark', () => {
    expect(writeTicks('\uFEFF- [ ] a', new Set(['a']))).toBe('\uFEFF- [x] a');
  });
});

test('in the bundled roadmap', () => {
  const source = readFileSync(new URL('../../data/roadmaps/backend.md', import.meta.url), 'utf8');
  const written = writeTicks(source, new Set(['acid', 'tmux']));
  expect(
    topicsOf(readRoadmap(written).roadmap)
      .filter(({ ticked }) => ticked)
      .map(({ key }) => key),
  ).toEqual(['acid', 'tmux']);
  expect(writeTicks(written, new Set(['testing']))).toBe(source);
});
