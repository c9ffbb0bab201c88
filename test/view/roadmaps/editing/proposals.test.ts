import { expect, test } from 'vitest';
import { outline } from '../../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../../src/roadmap/read.ts';
import { proposalsView } from '../../../../src/view/roadmaps/editing/proposals.ts';
import { wordsFor } from '../../../../src/words/index.ts';
import { shown } from '../../shown.ts';

const words = wordsFor('en-US');
const roadmap = outline('trail', readRoadmap('# Trail\n\n- [ ] Joins\n').roadmap);

/** The page for a number of proposals. */
function page(count: number, isThere = true) {
  const [node] = roadmap.nodes;
  const open = Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    userId: '1',
    by: ['1'],
    topicId: node?.id ?? '',
    kind: 'topic' as const,
    text: `Proposal ${at + 1}.`,
    at: 0,
    place: isThere && node !== undefined ? { node, roadmap, number: 1 } : null,
  }));
  const { texts, buttons } = shown(proposalsView(words, open, null));
  const accepting = buttons.filter(({ label }) => label === words.proposals.accept).length;
  return { text: texts.join('\n'), accepting };
}

test('five are shown in a message, each with its buttons, and the others are counted', () => {
  expect(page(5)).toMatchObject({ accepting: 5 });
  expect(page(5).text).not.toContain('more');
  const { text, accepting } = page(7);
  expect(accepting).toBe(5);
  expect(text).toContain(words.andMore(2));
  expect(text).toContain('Proposal 5');
  expect(text).not.toContain('Proposal 6');
});

test('it says that there are none only if there are none', () => {
  expect(page(0).text).toContain(words.proposals.none);
  expect(page(1).text).not.toContain(words.proposals.none);
});

test('a proposal about a topic that no longer exists can only be declined', () => {
  const { text, accepting } = page(1, false);
  expect(accepting).toBe(0);
  expect(text).toContain(words.proposals.noTopic);
  expect(page(1).text).toContain('after **Joins** · Trail');
});
