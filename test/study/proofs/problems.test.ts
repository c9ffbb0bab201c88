import { expect, test } from 'vitest';
import { lackOf, PROOF_LENGTH, proofProblems, type WrittenWork } from '../../../src/study/proofs/problems.ts';

const nothing: WrittenWork = { text: '', hasText: false, link: 'none', language: '', hasMore: false };
const text: WrittenWork = { ...nothing, text: 'I learned that', hasText: true };
const project: WrittenWork = { ...text, link: 'address', language: 'Rust' };

test.each<[string, Parameters<typeof proofProblems>[0], WrittenWork, readonly string[]]>([
  ['a text is enough', 'cheatcode', text, []],
  ['so is a link', 'feynman', { ...nothing, link: 'address' }, []],
  ['and a file or a further part', 'tez', { ...nothing, hasMore: true }, []],
  ['nothing at all is not', 'feynman', nothing, ['nothing']],
  ['spaces are nothing', 'feynman', { ...nothing, text: ' \u200B' }, ['nothing']],
  ['what is no address is told alone', 'cheatcode', { ...nothing, link: 'unread' }, ['link']],
  ['a text has an end', 'cheatcode', { ...text, text: 'x'.repeat(PROOF_LENGTH.text + 1) }, ['too-long']],
  ['up to there it is taken', 'cheatcode', { ...text, text: 'x'.repeat(PROOF_LENGTH.text) }, []],
  ['a project has all of it', 'project', project, []],
  ['a project without anything lacks all', 'project', nothing, ['repository', 'language', 'learned']],
  ['a file is not what was learned', 'project', { ...project, hasText: false, hasMore: true }, ['learned']],
  ['a language is a name', 'project', { ...project, language: 'x'.repeat(41) }, ['language']],
  ['a wrong address of a project is there', 'project', { ...project, link: 'unread' }, ['link']],
])('%s (%s)', (_case, method, work, problems) => {
  expect(proofProblems(method, work)).toEqual(problems);
});

test.each([
  ['cheatcode', true, false, null],
  ['cheatcode', false, true, null],
  ['cheatcode', false, false, 'nothing'],
  ['project', false, true, 'learned'],
] as const)('%s with a text: %s, with more: %s, lacks %s', (method, hasText, hasOther, lack) => {
  expect(lackOf(method, hasText, hasOther)).toBe(lack);
});
