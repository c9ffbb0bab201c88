import { afterEach, describe, expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { settleQuestion, unsettledOf } from '../../../src/store/roadmaps/settling.ts';
import { type Group, groupWith, list } from './group.ts';

let group: Group;
afterEach(() => group.close());

const BEFORE = list('Part 2: Joins', 'Shell');
const AFTER = list('Part 3: Joins', 'Shell');
const seed = (source: string) => seedRoadmap(group.db, 'trail', readRoadmap(source).roadmap, source, 100_000);
const doer = { interactionId: '1', userId: 'organiser', guildId: null, at: 200_000 };

/** Seeds a version in which a topic may be another one. Ana had done it, and Ben was on it. */
async function seededWithQuestion(): Promise<void> {
  group = await groupWith(BEFORE);
  await group.say('ana', 'done', 'Part 2: Joins');
  await group.say('ben', 'start', 'Part 2: Joins');
  const { added, archived, unsettled } = await seed(AFTER);
  expect([added, archived]).toEqual([['track/part-3-joins'], ['track/part-2-joins']]);
  expect(unsettled).toMatchObject([
    {
      key: 'track/part-2-joins',
      title: 'Part 2: Joins',
      members: 2,
      offers: [{ topic: { title: 'Part 3: Joins' } }],
    },
  ]);
  expect(await group.standing('ana')).toEqual({});
}

describe('a question that nobody could be asked at the start', () => {
  test('is answered by an id in the file, and what was said in the meantime stays', async () => {
    await seededWithQuestion();
    await group.say('cem', 'done', 'Part 3: Joins');
    await group.say('ben', 'done', 'Part 3: Joins');
    const { added, restored } = await seed(list('Part 3: Joins <!-- id: track/part-2-joins -->', 'Shell'));
    expect([added, restored]).toEqual([[], ['track/part-2-joins']]);
    for (const userId of ['ana', 'ben', 'cem'])
      expect(await group.standing(userId)).toEqual({ 'Part 3: Joins': 'done' });
    expect(await unsettledOf(group.db, 'trail', null)).toEqual([]);
    await group.undo();
    expect(await group.standing('ana')).toEqual({});
    expect(await group.standing('cem')).toEqual({ 'Part 3: Joins': 'done' });
  });

  test('can be answered by an organiser in the same way', async () => {
    await seededWithQuestion();
    await group.say('cem', 'done', 'Part 3: Joins');
    const [question] = await unsettledOf(group.db, 'trail', null);
    const becomes = question?.offers.map(({ id }) => id) ?? [];
    const answer = { roadmapId: 'trail', shown: 2, topicId: question?.topicId ?? '', becomes };
    expect(await settleQuestion(group.db, answer, doer)).toEqual({ kind: 'applied', number: 3 });
    expect(await group.standing('ana')).toEqual({ 'Part 3: Joins': 'done' });
    expect(await group.standing('ben')).toEqual({ 'Part 3: Joins': 'doing' });
    expect(await group.standing('cem')).toEqual({ 'Part 3: Joins': 'done' });
    expect(await unsettledOf(group.db, 'trail', null)).toEqual([]);
    expect(await settleQuestion(group.db, answer, { ...doer, interactionId: '2' })).toMatchObject({
      kind: 'conflict',
    });
  });

  test('is asked until it is answered, perhaps that the topic is gone', async () => {
    await seededWithQuestion();
    await group.change(list('Part 3: Joins', 'Shell', 'Kernel'));
    const [question, another] = await unsettledOf(group.db, 'trail', 'nobody’s');
    expect([question?.title, question?.members, another]).toEqual(['Part 2: Joins', 0, undefined]);
    const answer = { roadmapId: 'trail', shown: 3, topicId: question?.topicId ?? '', becomes: [] };
    await settleQuestion(group.db, answer, doer);
    expect(await unsettledOf(group.db, 'trail', null)).toEqual([]);
    expect(await group.standing('ana')).toEqual({});
  });

  test('is no longer asked when its offers are gone too', async () => {
    await seededWithQuestion();
    await group.change(list('Shell'), new Map([['track/part-3-joins', []]]));
    expect(await unsettledOf(group.db, 'trail', null)).toEqual([]);
  });
});
