import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { topicId } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { weekly } from '../../../src/schedule/posts/weekly.ts';
import { type WeeklyContent, weeklyContent } from '../../../src/schedule/posts/weekly-content.ts';
import { changeMember } from '../../../src/store/members/members.ts';
import { noteNames } from '../../../src/store/members/memberships.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { follow } from '../../../src/store/roadmaps/followed.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import type { WeekPicture } from '../../../src/view/pictures/week.ts';
import { sketchStudio } from '../../pictures.ts';
import { at } from '../setting.ts';
import { type Group, groupWith } from './group.ts';

const SUNDAY = { at: at('2026-11-22T06:00Z'), date: '2026-11-22' };
const backend = await readFile('data/roadmaps/backend.md', 'utf8');
const day = (date: string): number => at(`2026-11-${date}T12:00Z`);

const PEOPLE = { 51: 'Deniz 🦊', 52: 'Ana', 53: '田中 健', 54: 'Eve', 55: 'Cem' };

let studio: ReturnType<typeof sketchStudio>;
let group: Group;
beforeEach(async () => {
  studio = sketchStudio();
  group = await groupWith(backend, {}, studio);
  await group.join(...Object.keys(PEOPLE));
  for (const [id, name] of Object.entries(PEOPLE))
    await noteNames(group.db, '1001', id, { name, username: `user${id}` });
});
afterEach(() => group.close());

const told = async (): Promise<WeeklyContent> => weeklyContent.parse(await group.prepare(weekly, SUNDAY));

async function poster(): Promise<WeekPicture> {
  await group.show(weekly, await told());
  const drawn = studio.asked.at(-1)?.picture;
  if (drawn?.kind !== 'week') throw new Error('there is a poster');
  return drawn;
}

async function proves(userId: string, title: string): Promise<void> {
  for (const method of ['cheatcode', 'feynman', 'project'] as const) {
    const actor = { interactionId: `${userId}-${title}-${method}`, userId, guildId: null, at: day('17') };
    await writeProof(group.db, actor, {
      topicId: group.idOf(title),
      method,
      parts: ['x'],
      url: null,
      language: null,
    });
  }
  await group.db
    .updateTable('proof')
    .set({ proven_at: day('18') })
    .where('user_id', '=', userId)
    .execute();
}

describe('the poster of a week', () => {
  test('shows days, sections, people and proofs, and its description says the same', async () => {
    await group.does('51', 'done', 'N+1 Problem', day('10'));
    await group.does('51', 'done', 'ACID', day('16'));
    await group.does('51', 'done', 'Transactions', day('16'));
    await group.does('52', 'done', 'ACID', day('18'));
    await proves('51', 'ACID');

    expect(await poster()).toMatchObject({
      heading: expect.stringMatching(/^15\s–\s21 November$/),
      hero: { count: '3', what: 'topics done', by: 'by 2 people' },
      more: '2 more than last week',
      days: [0, 2, 0, 1, 0, 0, 0].map((count) => ({ count })),
      sections: [{ title: 'Main Roadmap', gain: expect.stringMatching(/^\+\d%$/) }, {}, {}],
      people: [
        {
          person: { name: 'Deniz 🦊', username: 'user51' },
          topics: ['ACID', 'Transactions'],
          tag: 'best week',
        },
        { person: { name: 'Ana' }, topics: ['ACID'], tag: null },
      ],
      proven: { count: '1 proven', topics: ['ACID'] },
    });
    const { text, body } = await group.show(weekly, await told());
    // The words beside the poster do not repeat it; the words alone say all of it.
    expect(text).not.toContain('ACID');
    expect(JSON.stringify(body)).toContain('Deniz 🦊: ACID, Transactions (best week).');
    const { text: inWords } = await group.show(weekly, { ...(await told()), days: [] });
    expect(inWords).toContain('◆ **1 proven** ACID');
  });

  test('counts who had a buddy in its week, and in no other', async () => {
    await group.does('51', 'done', 'ACID', day('16'));
    for (const [id, monday] of Object.entries({ now: '2026-11-16', before: '2026-11-09' })) {
      const pair = { id, guild_id: '1001', monday, paired_at: 0, settled: 2 };
      await group.db.insertInto('buddy_group').values(pair).execute();
      for (const user_id of ['51', '52'])
        await group.db.insertInto('buddy_in').values({ group_id: id, user_id }).execute();
    }
    expect((await poster()).facts).toEqual([{ count: '2', what: 'study buddies' }]);
    expect((await group.show(weekly, { ...(await told()), days: [] })).text).toContain(
      '**Study buddies** · 2 people',
    );
  });

  test('names at most four people, whose names are known and who do not hide their topics', async () => {
    for (const [index, id] of Object.keys(PEOPLE).entries())
      await group.does(id, 'done', 'ACID', day(String(16 + index)));
    await changeMember(group.db, '51', { showTopics: false }, 0);
    await group.db.updateTable('membership').set({ username: null }).where('user_id', '=', '52').execute();
    const { people, hero } = await poster();
    expect(people.map(({ person }) => person.name)).toEqual(['田中 健', 'Eve', 'Cem']);
    expect(hero.by).toBe('by 5 people');
    expect((await told()).pictured).toEqual(['53', '54', '55']);
  });

  test('is in the group’s language and colours', async () => {
    await group.set({ locale: 'tr', theme: 'light' });
    await group.does('51', 'done', 'ACID', day('16'));
    expect((await poster()).hero).toEqual({ count: '1', what: 'konu bitti', by: '1 kişi' });
    expect(studio.asked.at(-1)?.theme).toBe('light');
  });

  test('does not exist for a quiet week, nor for a post of an earlier version', async () => {
    await group.show(weekly, await told());
    await group.does('51', 'done', 'ACID', day('16'));
    const { days: _, pictured: __, proven: ___, ...earlier } = await told();
    await group.show(weekly, earlier);
    expect(studio.asked).toEqual([]);
  });

  test('does not show a member who has deleted their data since', async () => {
    await group.does('51', 'done', 'ACID', day('16'));
    const content = await told();
    await group.db.deleteFrom('member').where('user_id', '=', '51').execute();
    await group.show(weekly, { ...content, byMember: [], pictured: [] });
    expect(studio.asked.at(-1)?.picture).toMatchObject({ people: [], hero: { by: 'by 1 person' } });
  });
});

test('a poster says which topics belong to which roadmap, if there are several', async () => {
  const pages = '# Pages\n\n## Looks <!-- methods: cheatcode -->\n- [ ] Styles <!-- id: styles -->\n';
  await seedRoadmap(group.db, 'pages', readRoadmap(pages).roadmap, pages, 0);
  await follow(group.db, { guildId: '1001' }, 'pages', 1);
  const styles = { topicId: topicId('pages', 'styles'), action: 'done' } as const;
  await record(group.db, { interactionId: 's', userId: '51', guildId: null, at: day('16') }, [styles]);
  expect((await poster()).heading).toMatch(/^15\s–\s21 November · Pages$/);
  await group.does('51', 'done', 'ACID', day('17'));
  const { heading, people } = await poster();
  expect(heading).not.toContain('Pages');
  expect(people.map(({ topics }) => topics.toSorted())).toEqual([
    [expect.stringMatching(/^Backend.*: ACID$/), 'Pages: Styles'],
  ]);
});
