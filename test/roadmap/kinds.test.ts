import { describe, expect, test } from 'vitest';
import { type ReadOptions, readRoadmap } from '../../src/roadmap/read.ts';
import type { Topic } from '../../src/roadmap/roadmap.ts';
import { writeTicks } from '../../src/roadmap/write.ts';
import { sketch, topicsOf } from './sketch.ts';

const SIGNS = { todo: '-', doing: '/', done: 'x', skipped: '~', 'put-off': '>' };
const withState = ({ state, title }: Topic): string => `${SIGNS[state]} ${title}`;

/**
 * The tree of a file whose sections are all tracks. Also checks that it can be written back with all ticks and with
 * none.
 */
function treeOf(markdown: string, bullets: boolean): string {
  const options: ReadOptions = { untitled: 'F', bullets };
  const { roadmap } = readRoadmap(markdown, options);
  const topics = topicsOf(roadmap);
  for (const isTicked of [true, false]) {
    const wanted = new Set(isTicked ? topics.map(({ key }) => key) : []);
    const again = topicsOf(readRoadmap(writeTicks(markdown, wanted, options), options).roadmap);
    expect(again.map(({ title, ticked }) => [title, ticked])).toEqual(
      topics.map(({ title }) => [title, isTicked]),
    );
  }
  return sketch(roadmap, withState).replaceAll(' (track)', '');
}

describe('marks that people write', () => {
  test.each([
    ['lines with no bullet before the box', '# P\n\n[ ] Git\n[x] Linux', '= P\nP\n  - Git\n  x Linux'],
    [
      'bullets with no space behind',
      '# P\n-[ ] Git\n-[x] Linux\n  -[ ] Sub',
      '= P\nP\n  - Git\n  x Linux\n  - Sub',
    ],
    ['one such bullet in a list', '# P\n- [ ] Git\n-[ ] Linux\n- [x] C', '= P\nP\n  - Git\n  - Linux\n  x C'],
    ['lines that <br> breaks', '# P\n☐ Git<br>☑ Linux<br>\n☐ C', '= P\nP\n  - Git\n  x Linux\n  - C'],
    ['lines that two spaces break', '# P\n☐ Git  \n☑ Linux  ', '= P\nP\n  - Git\n  x Linux'],
    ['bullets that Markdown does not know', '# P\n• [ ] Git\n• [x] Linux', '= P\nP\n  - Git\n  x Linux'],
    ['signs behind the title', '# P\n- Git ✅\n- Linux ❌\n- C ⬜', '= P\nP\n  x Git\n  - Linux\n  - C'],
    ['boxes behind the title', '# P\n- Git [x]\n- Linux [ ]', '= P\nP\n  x Git\n  - Linux'],
    [
      'names of signs',
      '# P\n- :white_check_mark: Git\n- :white_large_square: Linux\n- :x: C',
      '= P\nP\n  x Git\n  - Linux\n  - C',
    ],
    ['ticks and crosses', '# P\n- ✔️ Git\n- ✖️ Linux\n- ❌ C', '= P\nP\n  x Git\n  - Linux\n  - C'],
    ['red and green', '# P\n- 🟢 Git\n- 🔴 Linux', '= P\nP\n  x Git\n  - Linux'],
    ['no colours of how hard it is', '# P\n- 🟢 Git\n- 🟡 L\n- 🔴 Linux', '= P'],
    [
      'no list of features in a file with boxes',
      '# P\n## Features\n- ✅ Fast\n- ✅ Small\n## Plan\n- [ ] Git',
      '= P\nPlan\n  - Git',
    ],
    ['blocks of Roam', '# P\n- {{[[TODO]]}} Git\n- {{[[DONE]]}} Linux', '= P\nP\n  - Git\n  x Linux'],
    [
      'words of Logseq',
      '- TODO Git\n  collapsed:: true\n- DONE Linux\n- DOING C\n- LATER D',
      '= F\nF\n  - Git\n  x Linux\n  / C\n  > D',
    ],
    ['boxes that were escaped', '# P\n- \\[ \\] Git\n- \\[x\\] Linux', '= P\nP\n  - Git\n  x Linux'],
    [
      'boxes in bold and italics',
      '# P\n- **[ ]** Git\n- **[x] Linux**\n- *[ ]* C',
      '= P\nP\n  - Git\n  x Linux\n  - C',
    ],
    ['no boxes in code', '# P\n- `[ ]` Git\n- `[x]` Linux', '= P'],
    [
      'wide brackets',
      '# P\n- 【 】Git\n- 【x】Linux\n- ［ ］ C\n- [　] D',
      '= P\nP\n  - Git\n  x Linux\n  - C\n  - D',
    ],
    ['round brackets', '# P\n- ( ) Git\n- (x) Linux', '= P\nP\n  - Git\n  x Linux'],
    [
      'numbers of signs',
      '# P\n- &#9744; Git\n- &#9745; Linux\n- &#x2610; C',
      '= P\nP\n  - Git\n  x Linux\n  - C',
    ],
    [
      'a list in HTML',
      '<ul>\n<li><input type="checkbox" checked disabled> Git</li>\n<li><input type="checkbox"/> Linux\n<ul><li>sub</li></ul></li></ul>',
      '= F\nF\n  x Git\n  - Linux',
    ],
    [
      'labels in HTML',
      '<label><input type="checkbox"> Git</label><br>\n<label><input type="checkbox" checked="checked"> Linux</label>',
      '= F\nF\n  - Git\n  x Linux',
    ],
    [
      'further states of note programs',
      '# P\n- [<] a\n- [!] b\n- [?] c\n- [*] d\n- [~] e\n- [.] f\n- [o] g\n- [b] h\n- [v] i',
      '= P\nP\n  > a\n  - b\n  - c\n  - d\n  / e\n  / f\n  / g\n  x i',
    ],
    ['numbers before boxes', '# P\n1. [ ] a\n10) [x] b', '= P\nP\n  - a\n  x b'],
    ['boxes before headings', '# P\n## ☑ Done one\n## ☐ Todo one', '= P\nP\n  x Done one\n  - Todo one'],
    ['boxes behind headings', '# P\n### Git [x]\n### Linux [ ]', '= P\nP\n  x Git\n  - Linux'],
  ])('%s', (_, markdown, tree) => {
    expect(treeOf(markdown, false)).toBe(tree);
  });
});

describe('tables', () => {
  test.each([
    [
      'a table in HTML',
      '<table>\n<tr><th>Topic</th><th>Done</th></tr>\n<tr><td>Git</td><td>✅</td></tr>\n<tr><td>Linux</td><td></td></tr>\n</table>',
      '= F\nF\n  x Git\n  - Linux',
    ],
    [
      'a cross or nothing',
      '# P\n| # | Topic | Done |\n|---|---|---|\n| 1 | Git | x |\n| 2 | [Linux](https://l.x) | |',
      '= P\nP\n  x Git\n  - Linux',
    ],
    [
      'states in words',
      '# P\n| Topic | Status |\n|---|---|\n| Git | Done |\n| Linux | In progress |\n| C | Not started |',
      '= P\nP\n  x Git\n  / Linux\n  - C',
    ],
    [
      'states in Turkish',
      '# P\n| Konu | Durum | Kaynak |\n|---|---|---|\n| Git | Tamamlandı | [k](https://a.b) |\n| Linux | Yapılacak | |',
      '= P\nP\n  x Git\n  - Linux',
    ],
    [
      'boxes in the first column',
      '# P\n| | Topic | Note |\n|---|---|---|\n| [ ] | Git | read |\n| [x] | Linux | |',
      '= P\nP\n  - Git\n  x Linux',
    ],
    [
      'boxes before the words of cells',
      '# P\n| Mon | Tue |\n|---|---|\n| [ ] run | [x] swim |\n| [ ] a | - |',
      '= P\nP\n  - run\n  x swim\n  - a',
    ],
    [
      'boxes behind bullets',
      '# P\n| Topic | Done |\n|---|---|\n| Git | - [ ] |\n| Linux | - [x] |',
      '= P\nP\n  - Git\n  x Linux',
    ],
    [
      'percentages',
      '# P\n| Topic | Progress |\n|---|---|\n| Git | 100% |\n| Linux | 40% |',
      '= P\nP\n  x Git\n  / Linux',
    ],
    [
      'no comparison of things',
      '# P\n| Feature | Us | Them |\n|---|---|---|\n| Fast | ✅ | ❌ |\n| Small | ✅ | ✅ |\n- [ ] a',
      '= P\nP\n  - a',
    ],
    [
      'rows that only a column beside names',
      '# P\n| Week | Done |\n|---|---|\n| Arrays | [x] |\n| Trees | [ ] |',
      '= P\nP\n  x Arrays\n  - Trees',
    ],
    ['no row without words', '# P\n| Topic | Done |\n|---|---|\n| Git | [x] |\n| | [ ] |', '= P\nP\n  x Git'],
    [
      'of several columns that for what is done',
      '# P\n| Topic | Read | Done |\n|---|---|---|\n| Git | [x] | [ ] |',
      '= P\nP\n  - Git',
    ],
    ['a label over a table', '# P\n**Week 1**\n\n| T | Done |\n|-|-|\n| a | [ ] |', '= P\nWeek 1\n  - a'],
  ])('%s', (_, markdown, tree) => {
    expect(treeOf(markdown, false)).toBe(tree);
  });
});

describe('parts that make sections', () => {
  test.each([
    ['a rule is no front matter', '---\n## CP\n- [ ] a\n---', '= F\nCP\n  - a'],
    ['front matter in TOML', '+++\ntitle = "Yol"\n+++\n- [ ] a', '= Yol\nYol\n  - a'],
    [
      'a bold line goes on behind text',
      '# P\n**Week 1**\n\nSome text.\n\n- [ ] Git\n\nMore.\n\n- [ ] C\n\n**Week 2**\n\n- [ ] Linux',
      '= P\nWeek 1\n  - Git\n  - C\nWeek 2\n  - Linux',
    ],
    [
      'bold lines with a colon',
      '# P\n**Week 1:**\n\n- [ ] Git\n\n__Week 2__:\n\n- [ ] Linux',
      '= P\nWeek 1\n  - Git\nWeek 2\n  - Linux',
    ],
    ['a bold line in HTML', '# P\n<b>Week 1</b>\n\n- [ ] Git', '= P\nWeek 1\n  - Git'],
    ['no bold line without topics', '# P\n\n**Note**\n\ntext\n\n## A\n- [ ] a', '= P\nA\n  - a'],
    [
      'plain bullets over topics',
      '# P\n- Week 1\n  - [ ] a\n- Week 2\n  - [ ] b',
      '= P\nWeek 1\n  - a\nWeek 2\n  - b',
    ],
    [
      'labels inside a heading',
      '# P\n## A\nRead:\n\n- [ ] a\n\nWatch:\n\n- [ ] b\n\n## B\n- [ ] c',
      '= P\nA\n  Read\n    - a\n  Watch\n    - b\nB\n  - c',
    ],
    [
      'folded lists with no blank line',
      '# P\n<details><summary>Week 1</summary>\n- [ ] Git\n- [x] C\n</details>',
      '= P\nWeek 1\n  - Git\n  x C',
    ],
    [
      'folds in folds, with headings',
      '# P\n<details>\n<summary><b>Week 1</b></summary>\n\n## Day 1\n- [ ] Git\n\n<details>\n<summary>Extra</summary>\n\n- [ ] C\n\n</details>\n</details>\n\n## After\n- [ ] z',
      '= P\nWeek 1\n  Day 1\n    - Git\n    Extra\n      - C\nAfter\n  - z',
    ],
    [
      'a fold that is never closed',
      '# P\n<details>\n<summary>Week 1</summary>\n\n- [ ] Git\n\n## B\n- [ ] C',
      '= P\nWeek 1\n  - Git\nB\n  - C',
    ],
    [
      'a fold in a topic',
      '# P\n- [ ] Git\n  <details><summary>More</summary>\n\n  - [ ] sub\n\n  </details>\n- [ ] C',
      '= P\nP\n  - Git\n    - sub\n  - C',
    ],
    [
      'callouts with and without a name',
      '# P\n> [!NOTE]\n> Read this.\n\n> [!todo]- Week 1\n> text\n> - [ ] Git\n\n> [!TIP]\n> - [ ] C',
      '= P\nWeek 1\n  text\n    - Git\nP\n  - C',
    ],
    ['lines after the last tag', '# P\n<div>\n[ ] Git\n[x] Linux', '= P\nP\n  - Git\n  x Linux'],
    [
      'a linked picture',
      '# P\n- [ ] <a href="https://a.b"><img src="x.png" alt="Git"></a>',
      '= P\nP\n  - Git',
    ],
    [
      'headings of HTML with a link to the top',
      '<h2 id="x">Basics <a href="#t">top</a></h2>\n\n- [ ] Git',
      '= F\nBasics\n  - Git',
    ],
    [
      'several headings of the first level',
      '# Title\nintro\n# S1\n- [ ] a\n# S2\n- [ ] b',
      '= S1\nS1\n  - a\nS2\n  - b',
    ],
    ['levels that are left out', '# P\n#### Deep\n- [ ] a\n## B\n- [ ] c', '= P\nDeep\n  - a\nB\n  - c'],
    ['headings that are underlined', 'P\n===\nA\n---\n- [ ] a', '= P\nA\n  - a'],
    ['all in a quote', '> # P\n> ## A\n> - [ ] a\n> - [x] b', '= P\nA\n  - a\n  x b'],
    [
      'wide colons, and bold italics',
      '# Yol\nHafta 1：\n\n- [ ] a\n\n***Hafta 2***\n\n- [ ] b',
      '= Yol\nHafta 1\n  - a\nHafta 2\n  - b',
    ],
  ])('%s', (_, markdown, tree) => {
    expect(treeOf(markdown, false)).toBe(tree);
  });
});

describe('bullets, if they are asked for', () => {
  test.each([
    ['bullets that Markdown does not know', '# P\n• Git\n• Linux', '= P\nP\n  - Git\n  - Linux'],
    [
      'a list in HTML, never closed',
      '<h2>A</h2><ol><li>Git<li>Linux <a href="https://a.b">x</a></ol>',
      '= F\nA\n  - Git\n  - Linux x',
    ],
    [
      'what is only links is to be read for its parent',
      '# P\n- Git\n  - [Pro Git](https://a.b)\n  - [Video](https://c.d)\n- Linux\n  - shell\n  - [x](https://e.f) text',
      '= P\nP\n  - Git\n  - Linux\n    - shell\n    - x text',
    ],
    [
      'no contents and no contributors',
      '# P\n## Contents\n- [A](#a)\n  - plain\n- [B](#b)\n## A\n- Git\n## B\n- C\n## Contributors\n- [Ann](https://github.com/ann)\n- Bob',
      '= P\nA\n  - Git\nB\n  - C',
    ],
    [
      'no badges',
      '# P\n- [![b](https://img.shields.io/x)](https://a.b)\n- Git\n- ![x](y.png)',
      '= P\nP\n  - Git',
    ],
    [
      'no translations',
      '# P\nTranslations:\n- [Türkçe](README-tr.md)\n- [Deutsch](README.de.md)\n\n## A\n- Git',
      '= P\nA\n  - Git',
    ],
    [
      'no people',
      '# P\n## Ekip\n- [Ann](https://github.com/ann)\n- [Bob](https://twitter.com/bob) - [@b](https://x.com/b)\n## A\n- Git',
      '= P\nA\n  - Git',
    ],
    [
      'numbers in numbers',
      '# P\n1. Git\n   1. init\n   2. commit\n2. Linux\n   - shell',
      '= P\nP\n  - Git\n    - init\n    - commit\n  - Linux\n    - shell',
    ],
  ])('%s', (_, markdown, tree) => {
    expect(treeOf(markdown, true)).toBe(tree);
  });
});

describe('bullets, if the file asks for them', () => {
  test.each([
    [
      'a section that asks for them',
      '# P\n## A <!-- topics: bullets -->\n- x\n- y\n### A1\n- z\n## B\n- no\n- [ ] yes',
      '= P\nA\n  - x\n  - y\n  A1\n    - z\nB\n  - yes',
    ],
    [
      'a title that asks for them on a line of its own',
      '# P\n\n<!-- topics: bullets -->\n\n- x\n1. y',
      '= P\nP\n  - x\n  - y',
    ],
    [
      'a file that asks for them at its top',
      '<!-- topics: bullets -->\n# P\n- x\n## A\n- y',
      '= P\nP\n  - x\nA\n  - y',
    ],
  ])('%s', (_, markdown, tree) => {
    expect(treeOf(markdown, false)).toBe(tree);
  });
});
