import { expect, test } from 'vitest';
import { type ReadOptions, readRoadmap } from '../../src/roadmap/read.ts';
import type { Topic } from '../../src/roadmap/roadmap.ts';
import { writeTicks } from '../../src/roadmap/write.ts';
import { sketch, topicsOf } from './sketch.ts';

const SIGNS = { todo: '-', doing: '/', done: 'x', skipped: '~', 'put-off': '>' };
const withState = ({ state, title, notes }: Topic): string =>
  `${SIGNS[state]} ${title}${notes.map((note) => ` (${note})`).join('')}`;

/** Checklists as they come from note programs, tables and other scripts, and what a person reads in them. */
test.each<readonly [string, string, string]>([
  [
    'numbered lists and boxes in cells of a table',
    '# P\n\n| Week | Do | Done |\n|---|---|---|\n| 1 | 1. Install<br>2. Run | ✅ |\n| 2 | - [ ] Loops<br>- [x] Functions | ⬜ |\n',
    '= P\nP\n  x Install (Run)\n  - Loops (Functions)',
  ],
  [
    'folds in folds, and boxes of HTML',
    '# P\n\n<details open>\n<summary><b>Week 1</b></summary>\n\n- [x] Git\n\n  <details><summary>Hint</summary>\n\n  help\n\n  </details>\n\n</details>\n<details><summary>Week 2</summary>\n<ul><li>[ ] Docker</li><li><input type="checkbox" checked> Compose</li></ul>\n</details>\n',
    '= P\nWeek 1\n  x Git (Hint) (help)\nWeek 2\n  - Docker\n  x Compose',
  ],
  [
    'numbers and bullets of Chinese and Japanese',
    '# 路\n\n## 基础（一）\n- [x] 类型：整数\n  - [ ] 深\n1、[ ] 全角\n・[ ] 中点\n',
    '= 路\n基础（一）\n  x 类型：整数\n    - 深\n    - 全角\n    - 中点',
  ],
  [
    'text from right to left, without its direction signs',
    '# مسار\n\n## الأساسيات\n- [x] المتغيرات\n- [ ] الحلقات \u200f(loops)\u200f\n## עברית\n1. [ ] משתנים\n',
    '= مسار\nالأساسيات\n  x المتغيرات\n  - الحلقات (loops)\nעברית\n  - משתנים',
  ],
  [
    'tabs everywhere',
    '# P\n##\tTabbed\n-\t[ ]\tOne\n\t-\t[x]\tPart\n\t\t- [ ] Deep\n*\t[X]\tTwo\n',
    '= P\nTabbed\n  - One\n    x Part\n      - Deep\n  x Two',
  ],
  [
    'code with boxes, whose label names no section',
    '# P\n\nUse it like this:\n\n```md\n- [ ] Not a topic\n```\n\n- [ ] Real\n  ```\n  - [x] no\n  ```\n- [ ] `[x]` in code\n',
    '= P\nP\n  - Real\n  - [x] in code',
  ],
  [
    'footnotes and links by name',
    '# P\n\n- [ ] Read [the book][b][^1]\n- [x] [Joins][] <sup>[2](#n)</sup>\n\n[^1]: - [ ] not a topic\n\n[b]: <https://book.org/a b>\n[joins]: https://joins.org\n',
    '= P\nP\n  - Read the book\n  x Joins',
  ],
  [
    'boxes in quotes and callouts',
    '# P\n\n> ## Week 1\n> - [ ] One\n>   - [x] Two\n>\n> > - [ ] Deeper\n\n> [!IMPORTANT]\n> - [ ] Careful\n',
    '= P\nWeek 1\n  - One\n    x Two\n  - Deeper\n  - Careful',
  ],
  [
    'underlined headings between rulers',
    'List\n====\n\nPart one\n--------\n- [ ] One\n---\n- [ ] Two\n***\n\nPart two\n--------\n\n* * *\n- [ ] Three\n\n  Four\n  ----\n',
    '= List\nPart one\n  - One\n  - Two\nPart two\n  - Three (Four)',
  ],
  [
    'bold labels, some with an aside',
    '# P\n\n**Week 1:**\n- [ ] A\n\n__Week 2__\n\n- [ ] B\n\n**Week 3** – hard\n\n- [ ] C\n\n**Week 4** (2 hours)\n\n- [ ] D\n\n**Note**: read this first.\n',
    '= P\nWeek 1\n  - A\nWeek 2\n  - B\nWeek 3 – hard\n  - C\nWeek 4 (2 hours)\n  - D',
  ],
  ['settings in TOML', '+++\ntitle = "T"\ntags = ["a"]\n+++\n\n## A\n- [ ] One\n', '= T\nA\n  - One'],
  ['settings in JSON', '{\n  "title": "J",\n  "draft": false\n}\n\n## A\n- [ ] One\n', '= J\nA\n  - One'],
  [
    'tasks of Obsidian',
    '---\ntitle: V\naliases:\n  - other\n---\n\n## Today 📅\n- [ ] Read [[Notes/Joins|joins]] #sql ⏫ 🔁 every week 📅 2024-05-01 ^ab12\n- [/] Watch ![[video.mp4]]\n- [-] ~~Cancelled~~ ❌ 2024-01-02\n- [>] Later\n- [ ] ==Marked== %%hidden%% text\n- [ ] a == b and c == d\n',
    '= V\nToday 📅\n  - Read joins\n  / Watch\n  ~ Cancelled\n  > Later\n  - Marked text\n  - a == b and c == d',
  ],
  [
    'an outline of Logseq',
    'title:: Trail\ntype:: [[plan]]\n\n- # Week 1\n\t- TODO [[Git]]\n\t  id:: 64\n\t  :LOGBOOK:\n\t  CLOCK: [2024-01-01]\n\t  :END:\n\t- DONE Branches\n\t\t- TODO rebase\n\t- DOING Merge\n\t- LATER Stash\n',
    '= Trail\nWeek 1\n  - Git\n  x Branches\n    - rebase\n  / Merge\n  > Stash',
  ],
  [
    'a page of Notion',
    '# R\n\n<aside>\n💡 Tip here\n\n</aside>\n\n- [ ]  Two spaces\n    - [x]  Four deep\n    \n        A note\n    \n- Toggle\n    - [ ]  in it\n',
    '= R\nR\n  - Two spaces\n    x Four deep (A note)\nToggle\n  - in it',
  ],
  [
    'Windows line ends and characters that nobody sees',
    '\uFEFF# P\r\n\r\n## A\u200b\r\n- [ ] \u200bOne\u200d\r\n- [\u00a0] Two\r\n- [ ]\u00a0Three\r\n- [x] soft\u00adhyphen\r\n',
    '= P\nA\n  - One\n  - Two\n  - Three\n  x softhyphen',
  ],
])('%s', (_, markdown, expected) => {
  const options: ReadOptions = { untitled: 'F' };
  const { roadmap } = readRoadmap(markdown, options);
  expect(sketch(roadmap, withState).replaceAll(' (track)', '')).toBe(expected);
  // Written back with all ticks and with none, it is the same list.
  const topics = topicsOf(roadmap);
  for (const isTicked of [true, false]) {
    const wanted = new Set(isTicked ? topics.map(({ key }) => key) : []);
    const again = topicsOf(readRoadmap(writeTicks(markdown, wanted, options), options).roadmap);
    expect(again.map(({ title, ticked }) => [title, ticked])).toEqual(
      topics.map(({ title }) => [title, isTicked]),
    );
  }
});

test('a title of ten thousand characters is cut, and its whole text is a note', () => {
  const [words, letters] = ['Word '.repeat(2000).trim(), 'ünbroken'.repeat(1250)];
  const { roadmap } = readRoadmap(`# P\n\n- [ ] ${words}\n- [x] ${letters}\n- [ ] ok\n`);
  const [one, two, three] = topicsOf(roadmap);
  expect([one?.notes, two?.notes, three?.title]).toEqual([[words], [letters], 'ok']);
  for (const topic of [one, two]) {
    expect(Array.from(topic?.title ?? '').length).toBeLessThanOrEqual(200);
    expect(topic?.title).toMatch(/…$/);
  }
});
