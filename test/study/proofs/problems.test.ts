import { expect, test } from 'vitest';
import { lackOf, PROOF_LENGTH, proofProblems, type WrittenWork } from '../../../src/study/proofs/problems.ts';

const nothing: WrittenWork = { text: '', link: 'none', language: '', hasMore: false };
const text: WrittenWork = { ...nothing, text: 'I learned that' };
const project: WrittenWork = { ...text, link: 'address', language: 'Rust' };

test.each<[string, Parameters<typeof proofProblems>[0], WrittenWork, readonly string[]]>([
  ['a text is enough', 'cheatcode', text, []],
  ['so is a link', 'feynman', { ...nothing, link: 'address' }, []],
  ['and a file or a further part', 'tez', { ...nothing, hasMore: true }, []],
  ['nothing at all is not', 'feynman', nothing, ['nothing']],
  ['a full stop is nothing', 'cheatcode', { ...nothing, text: '.' }, ['nothing']],
  ['a word is not enough', 'feynman', { ...nothing, text: 'ok' }, ['thin']],
  ['nor is one letter many times', 'tez', { ...nothing, text: 'a'.repeat(50) }, ['thin']],
  ['a command is', 'cheatcode', { ...nothing, text: 'git rebase -i' }, []],
  ['so is a sentence in Chinese', 'cheatcode', { ...nothing, text: '缓存存数据' }, []],
  ['a word beside a link is', 'cheatcode', { ...nothing, text: 'ok', link: 'address' }, []],
  ['a word is not what was learned', 'project', { ...project, text: '.' }, ['learned']],
  ['spaces are nothing', 'feynman', { ...nothing, text: ' \u200B' }, ['nothing']],
  ['an address that is too long is told', 'cheatcode', { ...nothing, link: 'long' }, ['long-link']],
  ['what is no address is told alone', 'cheatcode', { ...nothing, link: 'unread' }, ['link']],
  ['a text has an end', 'cheatcode', { ...text, text: 'words '.repeat(700) }, ['too-long']],
  [
    'up to there it is taken',
    'cheatcode',
    { ...text, text: 'words '.repeat(700).slice(0, PROOF_LENGTH.text) },
    [],
  ],
  ['a project has all of it', 'project', project, []],
  ['a project without anything lacks all', 'project', nothing, ['repository', 'language', 'learned']],
  ['a file is not what was learned', 'project', { ...project, text: '', hasMore: true }, ['learned']],
  ['a language is a name', 'project', { ...project, language: 'x'.repeat(41) }, ['long-language']],
  ['a wrong address of a project is there', 'project', { ...project, link: 'unread' }, ['link']],
])('%s (%s)', (_case, method, work, problems) => {
  expect(proofProblems(method, work)).toEqual(problems);
});

test.each([
  ['cheatcode', 'All or nothing', false, null],
  ['cheatcode', '', true, null],
  ['cheatcode', '', false, 'nothing'],
  ['project', '', true, 'learned'],
] as const)('%s with the text %j, with more: %s, lacks %s', (method, own, hasOther, lack) => {
  expect(lackOf(method, own, hasOther)).toBe(lack);
});
