import { expect, test } from 'vitest';
import { languagesOf } from '../../src/study/languages.ts';
import { bundled, outlineOf, small } from './roadmaps.ts';

test('the languages of the bundled tool set', () => {
  expect(languagesOf(bundled)).toEqual(['Golang', 'C', 'Python', 'Scala', 'JavaScript']);
});

test('a tool without a use has its whole title as its language, and no language is listed twice', () => {
  expect(languagesOf(small)).toEqual(['Scripting']);
  const odd = outlineOf(
    '# X\n## Tools <!-- kind: toolset -->\n- [ ] A: C, , Go,\n- [ ] B: Go\n- [ ] Rust, Zig',
  );
  expect(languagesOf(odd)).toEqual(['C', 'Go', 'Rust', 'Zig']);
});

test('a roadmap without a tool set has none', () => {
  expect(languagesOf(outlineOf('# X\n## Work\n- [ ] A'))).toEqual([]);
});
