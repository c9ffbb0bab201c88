import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tick } from '../../src/schedule/tick.ts';
import { posts } from '../../src/schedule/posts/index.ts';
import { pause, planNewKinds, reschedule, resume, upcoming } from '../../src/schedule/reschedule.ts';
import { changeGuild, type Guild, guildOf, type GuildSettings } from '../../src/store/members/guilds.ts';
import { duePosts, pausePost, postsOf } from '../../src/store/schedule/posts.ts';
import { POST_KINDS } from '../../src/study/post-kinds.ts';
import { guildWith, HOUR, NINE, plainPost, type Setting, setting } from './setting.ts';
import { WHOLE } from '../../src/store/share.ts';

let here: Setting;
let guild: Guild;
beforeEach(async () => {
  here = await setting([plainPost('daily'), plainPost('weekly')]);
  guild = await guildWith(here.db, []);
});
afterEach(() => here.store.close());

async function changed(settings: GuildSettings): Promise<Guild> {
  await changeGuild(here.db, guild.id, settings);
  const now = await guildOf(here.db, guild.id);
  if (now === null) throw new Error('the guild is there');
  return now;
}

/** The next dates of the two kinds that these tests use. */
const next = async () =>
  Object.fromEntries(
    (await postsOf(here.db, guild.id))
      .filter(({ kind }) => kind === 'daily' || kind === 'weekly')
      .map((post) => [post.kind, post.next?.date ?? null]),
  );

describe('planning', () => {
  test('both kinds have their next run', async () => {
    await reschedule(here.db, guild, NINE - HOUR);
    expect(await next()).toEqual({ daily: '2026-11-23', weekly: '2026-11-29' });
    await reschedule(here.db, await changed({ weekdays: [3], weeklyDay: 1 }), NINE);
    expect(await next()).toEqual({ daily: '2026-11-25', weekly: '2026-11-30' });
  });

  test.each<[string, GuildSettings]>([
    ['no channel', { channelId: null }],
    ['no roadmap', { roadmapId: null }],
    ['no time zone', { timeZone: null }],
    ['the bot has left', { leftAt: 1 }],
  ])('there is none while there is %s', async (_case, settings) => {
    await reschedule(here.db, guild, NINE - HOUR);
    await reschedule(here.db, await changed(settings), NINE - HOUR);
    expect(await next()).toEqual({ daily: null, weekly: null });
    await reschedule(here.db, guild, NINE - HOUR);
    expect(await next()).toEqual({ daily: '2026-11-23', weekly: '2026-11-29' });
  });

  test('without weekdays there is only the summary', async () => {
    await reschedule(here.db, await changed({ weekdays: [] }), NINE - HOUR);
    expect(await next()).toEqual({ daily: null, weekly: '2026-11-29' });
  });

  test('a day that has had its post gets no second one, even if the time is moved', async () => {
    await reschedule(here.db, guild, NINE - HOUR);
    await tick(here.scheduler, NINE);
    await reschedule(here.db, await changed({ dailyAt: '18:00' }), NINE + HOUR);
    expect(await next()).toMatchObject({ daily: '2026-11-24' });
  });
});

describe('a pause', () => {
  test('stops all posts, outlasts changed settings, and ends with a new plan', async () => {
    await reschedule(here.db, guild, NINE - HOUR);
    await pause(here.db, guild.id, NINE - HOUR);
    await reschedule(here.db, await changed({ dailyAt: '10:00' }), NINE - HOUR);
    expect(await duePosts(here.db, WHOLE, NINE + 9 * 24 * HOUR)).toEqual([]);
    expect(await upcoming(here.db, guild)).toEqual([]);

    await resume(here.db, guild, NINE + 48 * HOUR);
    expect(await next()).toEqual({ daily: '2026-11-26', weekly: '2026-11-29' });
  });

  test('for any reason ends when an organiser says so', async () => {
    await reschedule(here.db, guild, NINE - HOUR);
    await pausePost(here.db, guild.id, 'daily', 'channel-gone', NINE);
    await resume(here.db, guild, NINE);
    expect((await postsOf(here.db, guild.id)).filter((post) => post.pause !== null)).toEqual([]);
    expect(await next()).toMatchObject({ daily: '2026-11-24' });
  });
});

describe('the runs to come', () => {
  test('are those of a week, of both kinds together, in order', async () => {
    await reschedule(here.db, await changed({ weekdays: [1, 5, 7] }), NINE - HOUR);
    const guildNow = await changed({});
    expect((await upcoming(here.db, guildNow)).map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'daily 2026-11-23',
      'daily 2026-11-27',
      'daily 2026-11-29',
      'weekly 2026-11-29',
    ]);
  });

  test('are those of only one kind while the other is paused', async () => {
    await reschedule(here.db, guild, NINE - HOUR);
    await pausePost(here.db, guild.id, 'daily', 'forbidden', NINE);
    const kinds = (await upcoming(here.db, guild)).map(({ kind }) => kind);
    expect(kinds).toContain('weekly');
    expect(kinds).not.toContain('daily');
  });
});

test('list each kind once', () => {
  const kinds = posts.map(({ kind }) => kind);
  expect(kinds).toEqual(POST_KINDS);
});

const forgetWeekly = () => here.db.deleteFrom('post').where('kind', '=', 'weekly').execute();

describe('a new kind of post', () => {
  test('is planned in a guild that was set up before', async () => {
    await reschedule(here.db, guild, NINE - HOUR);
    await forgetWeekly();
    await planNewKinds(here.db, WHOLE, NINE - HOUR);
    expect(await next()).toEqual({ daily: '2026-11-23', weekly: '2026-11-29' });
  });

  test('leaves the others as they are, so that one that came due meanwhile is still sent', async () => {
    await reschedule(here.db, guild, NINE - HOUR);
    await forgetWeekly();
    await planNewKinds(here.db, WHOLE, NINE + HOUR);
    expect(await next()).toEqual({ daily: '2026-11-23', weekly: '2026-11-29' });
  });

  test('is paused if the others are', async () => {
    await reschedule(here.db, guild, NINE - HOUR);
    await pause(here.db, guild.id, NINE - HOUR);
    await forgetWeekly();
    await planNewKinds(here.db, WHOLE, NINE);
    expect(await next()).toEqual({ daily: null, weekly: null });
    await resume(here.db, guild, NINE - HOUR);
    expect(await next()).toEqual({ daily: '2026-11-23', weekly: '2026-11-29' });
  });

  test('is not planned in a guild without any posts, or without the bot', async () => {
    await planNewKinds(here.db, WHOLE, NINE);
    expect(await next()).toEqual({});
    await reschedule(here.db, guild, NINE - HOUR);
    await forgetWeekly();
    await changed({ leftAt: 1 });
    await planNewKinds(here.db, WHOLE, NINE);
    expect(Object.keys(await next())).toEqual(['daily']);
  });
});
