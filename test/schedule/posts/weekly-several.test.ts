import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { topicId } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { weekly } from '../../../src/schedule/posts/weekly.ts';
import { type WeeklyContent, weeklyContent } from '../../../src/schedule/posts/weekly-content.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import { follow } from '../../../src/store/roadmaps/followed.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { at } from '../setting.ts';
import { text } from '../../roadmap/sketch.ts';
import { type Group, groupWith, hugeRoadmap } from './group.ts';

/** A Sunday morning in Istanbul. Its summary covers Sunday the 15th to Saturday the 21st. */
const SUNDAY = { at: at('2026-11-22T06:00Z'), date: '2026-11-22' };
const day = (date: string): number => at(`2026-11-${date}T12:00Z`);

const TRAIL = text`
  # Trail
  ## Servers <!-- methods: cheatcode -->
  - [ ] HTTP <!-- id: http -->
  - [ ] Queues <!-- id: queues -->
`;
const PAGES = text`
  # Pages <!-- tr: Sayfalar -->
  ## Looks <!-- methods: cheatcode -->
  - [ ] HTTP again <!-- id: http same: trail/http -->
  - [ ] Styles <!-- id: styles -->
  - [ ] Forms <!-- id: forms -->
  - [ ] Colours <!-- id: colours -->
`;

let group: Group;
let interactions = 0;
beforeEach(async () => {
  group = await groupWith(TRAIL);
  await group.join('51', '52');
  await beside('pages', PAGES);
});
afterEach(() => group.close());

async function beside(id: string, source: string, of = group): Promise<void> {
  await seedRoadmap(of.db, id, readRoadmap(source).roadmap, source, 0);
  await follow(of.db, { guildId: '1001' }, id, 1);
}

const actor = (userId: string, when: number) => {
  interactions += 1;
  return { interactionId: `w${interactions}`, userId, guildId: '1001', at: when };
};
const onPages = (key: string): string => topicId('pages', key);
const done = (userId: string, id: string, when: number) =>
  record(group.db, actor(userId, when), [{ topicId: id, action: 'done' }]);
const told = async (of = group): Promise<WeeklyContent> =>
  weeklyContent.parse(await of.prepare(weekly, SUNDAY));

describe('the week of a group that follows several roadmaps', () => {
  test('counts topics that were finished on any of them, and names the roadmap', async () => {
    await group.does('51', 'done', 'Queues', day('16'));
    await done('51', onPages('styles'), day('17'));
    await done('52', onPages('forms'), day('18'));
    const content = await told();
    expect(content).toMatchObject({ finished: 3, people: 2, roadmapIds: ['trail', 'pages'] });
    const { text: shown } = await group.show(weekly, content);
    expect(shown).toContain('<@51>: *Trail*: Queues, *Pages*: Styles · a group first');
    expect(shown).toContain('<@52>: *Pages*: Forms · a group first');
  });

  test('names the roadmap only once if everything was on that one', async () => {
    await done('51', onPages('styles'), day('17'));
    const { text: shown } = await group.show(weekly, await told());
    expect(shown).toMatch(/-# 15\s–\s21 November · Pages\n/);
    expect(shown).toContain('<@51>: Styles · a group first');
  });

  test('counts a topic that is in two of them once', async () => {
    await group.does('51', 'done', 'HTTP', day('16'));
    const content = await told();
    expect(content.finished).toBe(1);
    expect(content.byMember.map(({ topicIds }) => topicIds.length)).toEqual([1]);
  });

  test('has a percentage for each of them, and shows what is new', async () => {
    await group.does('51', 'done', 'HTTP', day('10'));
    await group.does('51', 'done', 'Queues', day('16'));
    // Four topics of one roadmap are done, and eight of the other.
    expect((await told()).sections).toEqual([
      { title: 'Trail', percent: 50, before: 25, proven: 0 },
      { title: 'Pages', percent: 13, before: 13, proven: 0 },
    ]);
  });

  test('names topics that were proven on any of them, once', async () => {
    for (const id of [group.idOf('HTTP'), onPages('styles')]) {
      await done('51', id, day('16'));
      const work = { topicId: id, method: 'cheatcode', parts: ['All.'], url: null, language: null } as const;
      await writeProof(group.db, actor('51', day('17')), work);
    }
    const content = await told();
    expect(content.proven).toEqual([group.idOf('HTTP'), onPages('styles')]);
    expect((await group.show(weekly, content)).text).toContain('*Trail*: HTTP · *Pages*: Styles');
  });

  test('names the roadmap of the next topic', async () => {
    for (const userId of ['51', '52']) {
      await group.does(userId, 'done', 'HTTP', day('16'));
      await group.does(userId, 'done', 'Queues', day('16'));
    }
    expect((await group.show(weekly, await told())).text).toContain('(Pages › Looks)');
  });

  test('is in the language of the group', async () => {
    await group.set({ locale: 'tr' });
    await done('51', onPages('styles'), day('17'));
    const { text: shown } = await group.show(weekly, await told());
    expect(shown).toMatch(/-# 15\s–\s21 Kasım · Sayfalar\n/);
    expect(shown).toMatch(/Trail \*\*%0\*\* · Sayfalar \*\*%13\*\*/);
  });
});

test('a summary of an earlier version is about the default roadmap', async () => {
  await group.does('51', 'done', 'Queues', day('16'));
  const { roadmapIds: _, ...before } = await told();
  expect((await group.show(weekly, before)).text).toContain('<@51>: Queues');
});

test('several large roadmaps fit within Discord’s limits', async () => {
  const huge = await groupWith(hugeRoadmap(60));
  await huge.join('51', '52', '53');
  for (const name of ['a', 'b', 'c', 'd'])
    await beside(name, hugeRoadmap(60).replace('# Harita', `# ${'Şğ*'.repeat(60)}${name}`), huge);
  for (const userId of ['51', '52', '53']) {
    const all = ['a', 'b', 'c', 'd'].map((id) =>
      huge.db.selectFrom('roadmap_topic').select('topic_id').where('roadmap_id', '=', id).limit(9).execute(),
    );
    const topics = (await Promise.all(all)).flat().map(({ topic_id }) => topic_id);
    await record(
      huge.db,
      actor(userId, day('16')),
      topics.map((id) => ({ topicId: id, action: 'done' })),
    );
  }
  const { text: shown } = await huge.show(weekly, await told(huge));
  await huge.close();
  expect(shown.length).toBeLessThanOrEqual(4000);
  expect(shown).toContain('<@53>');
});
