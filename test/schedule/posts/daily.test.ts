import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daily, type DailyContent, dailyContent } from '../../../src/schedule/posts/daily.ts';
import { claimDelivery } from '../../../src/store/schedule/deliveries.ts';
import { changeMember } from '../../../src/store/members/members.ts';
import { at, HOUR, NINE } from '../setting.ts';
import { isFull, partOf } from '../../size.ts';
import { type Group, groupWith, hugeRoadmap } from './group.ts';

const MONDAY = { at: NINE, date: '2026-11-23' };
const backend = await readFile('data/roadmaps/backend.md', 'utf8');

let group: Group;
beforeEach(async () => {
  group = await groupWith(backend);
});
afterEach(() => group.close());

const chosen = async (run = MONDAY): Promise<DailyContent> =>
  dailyContent.parse(await group.prepare(daily, run));
const ids = ({ topics }: DailyContent): string[] => topics.map(({ topicId }) => topicId);

describe('choosing', () => {
  test('a topic for the day and two from other sections', async () => {
    const { date, topics } = await chosen();
    expect(date).toBe('2026-11-23');
    const nodes = topics.map(({ topicId }) => group.roadmap.byId.get(topicId));
    expect(new Set(nodes.map((node) => node?.top.title))).toEqual(
      new Set(['Main Roadmap', 'Theory', 'Devops']),
    );
  });

  test('another topic on the next day, because earlier posts are read from the deliveries', async () => {
    const first = await chosen();
    const run = { at: MONDAY.at, date: MONDAY.date };
    await claimDelivery(group.db, {
      guildId: '1001',
      kind: 'daily',
      run,
      channelId: '2002',
      content: first,
      at: NINE,
    });
    const second = await chosen({ at: NINE + 24 * HOUR, date: '2026-11-24' });
    expect(ids(first).filter((id) => ids(second).includes(id))).toEqual([]);
  });

  test('a post of an earlier version, or a topic that is gone, does no harm', async () => {
    for (const [day, content] of [
      ['20', 'old'],
      ['21', { topics: [{ topicId: 'gone', reason: { kind: 'next' } }], date: '' }],
    ] as const) {
      const run = { at: NINE - 48 * HOUR, date: `2026-11-${day}` };
      await claimDelivery(group.db, {
        guildId: '1001',
        kind: 'daily',
        run,
        channelId: '2002',
        content,
        at: NINE,
      });
    }
    expect((await chosen()).topics).toHaveLength(3);
  });

  test('nothing without a roadmap', async () => {
    await group.set({ roadmapId: null });
    expect(await group.prepare(daily, MONDAY)).toBeNull();
  });
});

describe('the message', () => {
  test('says what, where and why, with a button for each step', async () => {
    await group.join('51', '52');
    const content = await chosen();
    const [main, other] = content.topics.map(({ topicId }) => topicId);
    const shown = await group.show(daily, content);
    const node = group.roadmap.byId.get(main ?? '');
    expect(shown.text).toContain('Daily topic · Monday 23 November');
    expect(shown.text).toContain(`## ${node?.topic.title}`);
    expect(shown.text).toContain('Be the first to finish it.');
    expect(shown.text).not.toMatch(/In progress|Done:|Studying in the group now/);
    expect(shown.buttons).toMatchObject({
      'I’m in': `v1:post:in:delivery-0123456:${main}`,
      Done: `v1:post:done:delivery-0123456:${main}`,
      Discuss: `v1:post:discuss:delivery-0123456:${main}`,
    });
    for (const way of [`in:delivery-0123456:${other}`, 'picks:delivery-0123456'])
      expect(JSON.stringify(shown.body)).toContain(`"value":"v1:post:${way}"`);
  });

  test('in Turkish for a Turkish group', async () => {
    await group.set({ locale: 'tr' });
    const shown = await group.show(daily, await chosen());
    expect(shown.text).toContain('Günün konusu · 23 Kasım Pazartesi');
    expect(Object.keys(shown.buttons)).toEqual(expect.arrayContaining(['Ben varım', 'Bitti', 'Konuşalım']));
  });

  test('names the members who are on it and who have done it, if they allow it', async () => {
    await group.join('51', '52', '53', '54');
    const content = await chosen();
    const title = group.roadmap.byId.get(content.topics[0]?.topicId ?? '')?.topic.title ?? '';
    await group.does('51', 'start', title, NINE);
    await group.does('52', 'done', title, at('2026-11-12T12:00Z'));
    await group.does('53', 'start', title, NINE);
    await group.does('54', 'skip', title, NINE);
    await changeMember(group.db, '53', { showTopics: false }, NINE);
    const { text } = await group.show(daily, content);
    expect(text).toContain('In progress: <@51>');
    expect(text).toContain('Done by <@52>');
    expect(text).not.toContain('<@53>');
    expect(text).not.toContain('<@54>');
  });

  test('mentions only the role that an organiser chose', async () => {
    const content = await chosen();
    expect((await group.show(daily, content)).body).toMatchObject({ allowed_mentions: { parse: [] } });
    await group.set({ roleId: '777' });
    const { body, text } = await group.show(daily, content);
    expect(body).toMatchObject({ allowed_mentions: { parse: [], roles: ['777'] } });
    expect(text).toContain('<@&777>');
  });

  test('leaves out a topic that has left the roadmap', async () => {
    const { date, topics } = await chosen();
    const gone = { topicId: 'gone', reason: { kind: 'next', section: 'x' } };
    const { text } = await group.show(daily, { date, topics: [gone, ...topics] });
    expect(text).toContain(`## ${group.roadmap.byId.get(topics[0]?.topicId ?? '')?.topic.title}`);
    await expect(group.show(daily, { date, topics: [gone] })).rejects.toThrow('no longer in the roadmap');
  });
});

test.each(partOf(['tr', 'en-US'], 0, 2))(
  'the largest group fits within Discord’s limits: %s',
  async (locale) => {
    const huge = await groupWith(hugeRoadmap(501), { locale, roleId: '777' });
    const people = Array.from({ length: isFull ? 300 : 60 }, (_, n) =>
      String(900_000_000_000_000_000n + BigInt(n)),
    );
    await huge.join(...people);
    const content = dailyContent.parse(await huge.prepare(daily, MONDAY));
    const title = huge.roadmap.byId.get(content.topics[0]?.topicId ?? '')?.topic.title ?? '';
    for (const [n, person] of people.entries())
      await huge.does(person, n % 2 === 0 ? 'start' : 'done', title, NINE);
    const { text } = await huge.show(daily, content);
    await huge.close();
    expect(content.topics).toHaveLength(3);
    expect(text.match(/<@\d+>/g)).toHaveLength(10);
  },
);
