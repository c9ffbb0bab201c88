import { expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { commentsView } from '../../../src/view/teach-back/thesis.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { shown } from '../shown.ts';

const words = wordsFor('en-US');
const [joins] = outline('trail', readRoadmap('# Trail\n\n## Track\n\n- [ ] Joins\n').roadmap).nodes;
if (joins === undefined) throw new Error('there is a topic');
const node = joins;

const proof = {
  id: 'proof',
  userId: '1',
  topicId: node.id,
  method: 'tez',
  parts: ['Why tables are joined.'],
  url: null,
  language: null,
  file: null,
  provenAt: null,
  createdAt: 0,
  updatedAt: 0,
} as const;

/** The visible comments of a number of readers. Some more readers have offered and said nothing. */
function comments(readers: number): string {
  const said = Array.from({ length: readers }, (_, at) => ({
    userId: String(at + 2),
    offeredAt: null,
    opinion: { verdict: 'work', comment: `Comment ${at + 1}.` } as const,
  }));
  const silent = { userId: '99', offeredAt: 0, opinion: null };
  const post = { proof, node, needed: 2, changedAt: null, readings: [silent, ...said, silent] };
  return shown(commentsView(words, post)).texts.join('\n');
}

test.each([1, 8])('%i comments are all shown, without a count of others', (readers) => {
  const text = comments(readers);
  for (let at = 1; at <= readers; at += 1) expect(text).toContain(`Comment ${at}.`);
  expect(text).not.toContain('more');
});

test('of more comments the last eight are shown, with the number of the earlier ones', () => {
  const text = comments(10);
  expect(text).toContain(words.andMore(2));
  expect(text).not.toContain('Comment 2.');
  for (let at = 3; at <= 10; at += 1) expect(text).toContain(`Comment ${at}.`);
});

test('if there is no comment, it says so', () => {
  expect(comments(0)).toContain(words.thesis.noComments);
  expect(comments(1)).not.toContain(words.thesis.noComments);
});
