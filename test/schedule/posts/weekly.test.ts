import { isOnPostgres } from '../../database.ts';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { weekly } from '../../../src/schedule/posts/weekly.ts';
import { type WeeklyContent, weeklyContent } from '../../../src/schedule/posts/weekly-content.ts';
import { changeMember } from '../../../src/store/members/members.ts';
import { claimDelivery } from '../../../src/store/schedule/deliveries.ts';
import { submitApp } from '../../../src/store/showcase/submissions.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import { runOn } from '../../../src/schedule/due.ts';
import { at } from '../setting.ts';
import { isFull, partOf } from '../../size.ts';
import { type Group, groupWith, hugeRoadmap } from './group.ts';

/** A Sunday morning in Istanbul. Its summary covers Sunday the 15th to Saturday the 21st. */
const SUNDAY = { at: at('2026-11-22T06:00Z'), date: '2026-11-22' };
const backend = await readFile('data/roadmaps/backend.md', 'utf8');
const day = (date: string, time = '12:00'): number => at(`2026-11-${date}T${time}Z`);

let group: Group;
beforeEach(async () => {
  group = await groupWith(backend);
  await group.join('51', '52', '53');
});
afterEach(() => group.close());

const told = async (of = group): Promise<WeeklyContent> =>
  weeklyContent.parse(await of.prepare(weekly, SUNDAY));
const shown = async (): Promise<string> => (await group.show(weekly, await told())).text;

describe('what counts', () => {
  test.each([
    ['the first minute of the week', day('15', '01:00'), 1],
    ['a minute earlier: the night belongs to the day before', day('15', '00:59'), 0],
    ['the last night of the week', day('22', '00:59'), 1],
    ['the morning of the summary is next week', day('22', '01:00'), 0],
  ])('%s', async (_case, when, expected) => {
    await group.does('51', 'done', 'ACID', when);
    expect((await told()).finished).toBe(expected);
  });

  test('the days that it covers', async () => {
    expect(await told()).toMatchObject({ from: '2026-11-15', to: '2026-11-21' });
  });

  test('acts that counted for a day of the week, even if the group’s clock was changed since', async () => {
    // The last night of the week and its first morning, in Istanbul.
    await group.does('51', 'done', 'ACID', day('21', '21:00'));
    await group.does('52', 'done', 'ACID', day('15', '01:30'));
    for (const timeZone of ['Asia/Tokyo', 'America/Los_Angeles', 'Europe/Istanbul']) {
      await group.set({ timeZone });
      const run = runOn({ timeZone, at: '09:00', weekdays: [7] }, SUNDAY.date);
      const content = await group.prepare(weekly, run ?? SUNDAY);
      expect(weeklyContent.parse(content).finished).toBe(2);
    }
  });

  test('acts that come while the post is prepared, once: in the next post', async () => {
    await changeMember(group.db, '51', { timeZone: 'America/Los_Angeles' }, 0);
    await group.does('51', 'done', 'ACID', SUNDAY.at + 60_000);
    const content = await group.prepare(weekly, SUNDAY, SUNDAY.at + 30_000);
    expect(weeklyContent.parse(content).finished).toBe(0);
    const claim = { guildId: '1001', kind: 'weekly', run: SUNDAY, channelId: '2002', content } as const;
    await claimDelivery(group.db, { ...claim, at: SUNDAY.at });
    const next = { at: at('2026-11-29T06:00Z'), date: '2026-11-29' };
    expect(weeklyContent.parse(await group.prepare(weekly, next)).finished).toBe(1);
  });

  test('acts of everybody in a group that is read in pieces', async () => {
    const members = Array.from({ length: 70 }, (_, n) => String(100 + n));
    await group.join(...members);
    for (const userId of members) await group.does(userId, 'done', 'ACID', day('17', '12:00'));
    const content = weeklyContent.parse(await group.prepare(weekly, SUNDAY));
    expect(content).toMatchObject({ finished: 70, people: 70, days: [0, 0, 70, 0, 0, 0, 0] });
    expect(new Set(content.byMember.map(({ userId }) => userId))).toEqual(new Set(members));
  });

  test('acts of a member west of the group after the post of the week that they count for', async () => {
    await changeMember(group.db, '51', { timeZone: 'America/Los_Angeles' }, 0);
    const next = { at: at('2026-11-29T06:00Z'), date: '2026-11-29' };
    const content = await group.prepare(weekly, SUNDAY);
    const claim = { guildId: '1001', kind: 'weekly', run: SUNDAY, channelId: '2002', content } as const;
    await claimDelivery(group.db, { ...claim, at: SUNDAY.at });
    // There it is still Saturday evening.
    await group.does('51', 'done', 'ACID', SUNDAY.at + 60_000);
    expect(weeklyContent.parse(await group.prepare(weekly, next))).toMatchObject({
      finished: 1,
      before: { finished: 0 },
    });
  });

  test('an app once, even if the group’s clock was changed between two posts', async () => {
    const submit = (when: number, userId: string) =>
      submitApp(
        group.db,
        { interactionId: `app-${userId}`, userId, guildId: '1001', at: when },
        { guildId: '1001', topicId: group.idOf('YouTube clone') },
        { repository: 'https://example.org', liveUrl: null, differently: '', picture: null, alt: '' },
      );
    // In Istanbul, on the last night of the week, and on the first morning of the next.
    await submit(day('21', '21:00'), '51');
    const content = await told();
    await claimDelivery(group.db, {
      guildId: '1001',
      kind: 'weekly',
      run: SUNDAY,
      channelId: '2002',
      content,
      at: SUNDAY.at,
    });
    await group.set({ timeZone: 'America/Los_Angeles' });
    const next = { at: at('2026-11-29T17:00Z'), date: '2026-11-29' };
    expect(content.shown).toHaveLength(1);
    expect(weeklyContent.parse(await group.prepare(weekly, next)).shown).toEqual([]);
  });

  test('nothing without a roadmap', async () => {
    await group.set({ roadmapId: null });
    expect(await group.prepare(weekly, SUNDAY)).toBeNull();
  });
});

describe('the message', () => {
  test('says how much of each track the group has proven, once anything is', async () => {
    await group.does('51', 'done', 'ACID', day('16'));
    expect(await shown()).not.toContain('proven');
    for (const [userId, method] of [
      ['51', 'cheatcode'],
      ['51', 'feynman'],
      ['51', 'project'],
      ['99', 'cheatcode'],
    ] as const) {
      const actor = { interactionId: `${userId}-${method}`, userId, guildId: null, at: day('17') };
      const work = { topicId: group.idOf('ACID'), method, parts: ['canary'], url: null, language: null };
      await writeProof(group.db, actor, work);
    }
    // An explanation is not proven by writing it.
    expect(await shown()).not.toContain('proven');
    await group.db
      .updateTable('proof')
      .set({ proven_at: day('18') })
      .execute();
    const text = await shown();
    expect(text).toMatch(/Main Roadmap \*\*1%\*\* \(\+1%\) ◆ 1% proven · Theory \*\*0%\*\*/);
    expect(text).not.toContain('canary');
  });

  test('says what the group finished, who did it, and what is next', async () => {
    await group.does('51', 'done', 'N+1 Problem', day('10'));
    await group.does('51', 'done', 'ACID', day('16'));
    await group.does('51', 'done', 'Transactions', day('17'));
    for (const date of ['20', '21'])
      await group.does('51', 'start', date === '20' ? 'Testing' : 'tmux', day(date));
    await group.does('52', 'done', 'ACID', day('18'));
    const { text, buttons } = await group.show(weekly, await told());
    expect(text).toMatch(/## Weekly summary\n-# 15\s–\s21 November\n/);
    expect(text).toContain('**3 topics done** by 2 people · 2 more than last week');
    expect(text).toContain('<@51>: Transactions, ACID · best week\n');
    expect(text).toMatch(/<@52>: ACID$/m);
    expect(text).toMatch(/Main Roadmap \*\*\d+%\*\* \(\+\d+%\)/);
    expect(text).toContain('**Streaks** · <@51> (');
    expect(text).toContain(' next week?');
    expect(buttons).toEqual({
      'See my week': 'v1:post:week:delivery-0123456',
      Review: 'v1:review',
    });
  });

  test('names four with what few others did, and counts the rest', async () => {
    const people = ['51', '52', '53', '54', '55', '56'];
    await group.join(...people);
    for (const person of people) await group.does(person, 'done', 'ACID', day('16'));
    for (const title of ['REST', 'JSON']) await group.does('54', 'done', title, day('17'));
    const { text } = await group.show(weekly, await told());
    expect(text).toMatch(/<@54>: \S+, \S+ and 1 more · a group first$/m);
    expect([...text.matchAll(/<@\d+>: /g)]).toHaveLength(4);
    expect(text).toContain('-# and 2 more people');
  });

  test('in Turkish for a Turkish group', async () => {
    await group.set({ locale: 'tr' });
    await group.does('51', 'done', 'ACID', day('16'));
    const text = await shown();
    expect(text).toMatch(/## Haftalık özet\n-# 15\s–\s21 Kasım\n/);
    expect(text).toContain('**1 konu bitti** · 1 kişi');
  });

  test('does not name members who do not allow it, but counts their topics', async () => {
    for (const user of ['51', '52']) {
      for (const date of ['20', '21'])
        await group.does(user, 'done', date === '20' ? 'ACID' : 'Transactions', day(date));
    }
    await changeMember(group.db, '51', { showTopics: false }, 0);
    await changeMember(group.db, '52', { showProgress: false }, 0);
    const content = await told();
    expect(content.finished).toBe(4);
    expect(content.byMember.map(({ userId }) => userId)).toEqual(['52']);
    expect(content.streaks.map(({ userId }) => userId)).toEqual(['51']);
  });

  test('does not mention that the week before was better', async () => {
    for (const title of ['ACID', 'Transactions']) await group.does('51', 'done', title, day('10'));
    await group.does('51', 'done', 'N+1 Problem', day('16'));
    expect(await shown()).not.toContain('last week');
  });

  test('a quiet week gets a warm line, a small step and buttons, and names nobody', async () => {
    await group.does('51', 'done', 'ACID', day('10'));
    const { text, buttons } = await group.show(weekly, await told());
    expect(text).toContain('A quiet week');
    expect(text).toContain('A small step: ');
    expect(text).not.toContain('<@');
    expect(Object.keys(buttons)).toEqual(['See my picks', 'Review']);
  });

  test('leaves out a topic that has left the roadmap since', async () => {
    await group.does('51', 'done', 'ACID', day('16'));
    const content = await told();
    const gone = {
      ...content,
      byMember: [{ userId: '51', topicIds: ['gone', group.idOf('ACID')], first: [], best: false }],
    };
    expect((await group.show(weekly, gone)).text).toContain('<@51>: ACID');
  });
});

/** More people than the summary can list. */
const LARGE = isFull ? 300 : 60;

test.skipIf(isOnPostgres).each(partOf(['tr', 'en-US'], 0, 2))(
  'the largest group fits within Discord’s limits: %s',
  async (locale) => {
    const huge = await groupWith(hugeRoadmap(501), { locale, roleId: '777' });
    const people = Array.from({ length: LARGE }, (_, n) => String(900_000_000_000_000_000n + BigInt(n)));
    await huge.join(...people);
    for (const [n, person] of people.entries()) {
      const titles = huge.roadmap.nodes.slice(n, n + 3).map(({ topic }) => topic.title);
      for (const [past, title] of titles.entries())
        await huge.does(person, 'done', title, day(String(16 + past)));
    }
    const content = await told(huge);
    const { text } = await huge.show(weekly, content);
    await huge.close();
    expect(content.people).toBe(LARGE);
    // Of those whom the post could name, a hundred are kept. It counts the others.
    expect(content.byMember).toHaveLength(Math.min(LARGE, 100));
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).toMatch(/and \d+ more|ve \d+ kişi daha/);
  },
);
