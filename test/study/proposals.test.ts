import { expect, test } from 'vitest';
import { mergeProposals } from '../../src/study/proposals.ts';

const asked = (kind: 'topic' | 'link' | 'note', text: string, topicId = 'acid') => ({ kind, text, topicId });

test.each([
  ['capitals and spaces', asked('topic', 'Write ahead  log'), asked('topic', 'write ahead log '), 1],
  ['Turkish letters', asked('topic', 'Isı'), asked('topic', 'ISI'), 1],
  ['the same address', asked('link', 'https://a.org/x'), asked('link', 'https://a.org/x'), 1],
  [
    'an address that differs in a capital',
    asked('link', 'https://a.org/x'),
    asked('link', 'https://a.org/X'),
    2,
  ],
  ['another topic', asked('note', 'Read this'), asked('note', 'Read this', 'cdn'), 2],
  ['another kind', asked('note', 'Logs'), asked('topic', 'Logs'), 2],
])('proposals with %s', (_, one, other, groups) => {
  expect(mergeProposals([one, other])).toHaveLength(groups);
});

test('groups are in the order of their first proposals, and nothing is lost', () => {
  const [a, b, again] = [asked('topic', 'A'), asked('topic', 'B'), asked('topic', 'a')];
  expect(mergeProposals([a, b, again])).toEqual([[a, again], [b]]);
});
