import * as fc from 'fast-check';
import { character } from '../characters.ts';

/** One of several pieces of text, which are separated by bars. */
function oneOf(...lines: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...lines.flatMap((line) => line.split('¦')));
}

const mark = oneOf(
  '¦¦¦¦[ ] ¦[x] ¦[]¦[/] ¦[-] ¦[>] ¦[ x ] ¦( ) ¦(x) ¦【 】¦\\[ \\] ',
  '✅ ¦⬜¦🔴 ¦🟢 ¦🟡 ¦❌ ¦☑️ ¦☐ ¦:white_check_mark: ¦:x: ¦&#9744; ¦&#9745;¦TODO ¦DONE ',
  '{{[[TODO]]}} ¦**[ ]** ¦*[x] ¦<b>[ ]</b> ¦<input type="checkbox"> ¦<input type=checkbox checked> ',
);
const words = oneOf(
  'a¦b¦Git¦[a](#a)¦[b](https://b.c)¦**c**¦`d`¦¦x ✅¦y [x]¦z ⬜¦e<br>f¦<br>¦[ ] g¦- [ ] h¦![](i)¦- ',
  '| j¦k:¦**¦[[m|n]]¦# o¦> p¦1. q¦#tag¦^abc123¦📅 2026-01-01',
  '<!-- id: l -->¦<!-- topics: bullets -->¦<!-- needs: a l -->¦<!-- tr: r -->',
);
const before = oneOf(
  '- ¦- ¦- ¦* ¦1. ¦2) ¦  - ¦    - ¦\t- ¦   1. ¦> - ¦> ¦¦¦-¦• ¦# ¦## ¦### ¦- - ¦- > ¦- # ¦> [!todo] ¦---\n',
  '<li>¦<ul><li>¦</ul>¦<h2>¦<p>¦- <p>¦<details><summary>¦</details>',
);
const after = oneOf('¦¦¦ ✅¦ [ ]¦  ¦\\¦</li>¦</h2>¦</summary>');
const line = fc.tuple(before, mark, words, after).map((parts) => parts.join(''));

const cell = fc.tuple(mark, words).map((parts) => parts.join('').replaceAll('|', ''));
const row = fc
  .tuple(oneOf('|¦| ¦¦> |'), fc.array(cell, { minLength: 1, maxLength: 3 }), oneOf('|¦ |¦'))
  .map(([start, cells, end]) => start + cells.join('|') + end);
const header = oneOf(
  '|a|Done|\n|-|-|¦| Status | t |\n|---|---|¦a|b\n-|-¦> |a|Done|\n> |-|-|¦| [ ] | c | d |\n|-|-|-|',
);
const table = fc
  .tuple(header, fc.array(row, { minLength: 1, maxLength: 4 }))
  .map(([top, rows]) => `\n${[top, ...rows].join('\n')}\n`);

const tidy = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: fc.constant('') },
);
const untidy = fc.oneof(line, fc.string({ unit: character, maxLength: 3 }));

/** Files of lines with and without a meaning, in any order and with any line ends. */
export const scraps: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.array(tidy, { maxLength: 14 }), oneOf('\n¦\r\n¦\r'))
    .map(([lines, lineEnd]) => lines.join('\n').replaceAll('\n', lineEnd)),
  fc.array(untidy, { maxLength: 8 }).map((some) => some.join('')),
);
