import { expect, test } from 'vitest';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { startWorld } from '../bot.ts';

const NINE = '2026-11-24T06:00:00Z';

/** A guild in Istanbul whose daily post has just arrived. */
async function studyGroup(roleName?: string) {
  const world = await startWorld('2026-11-24T05:00:00Z');
  const guild = world.discord.addGuild({ name: 'Çalışma', locale: 'tr', channels: ['general', 'study'] });
  await world.discord.quiet();
  const channel = guild.channels[1];
  if (channel === undefined) throw new Error('there are two channels');
  const role = roleName === undefined ? null : guild.addRole({ name: roleName, mentionable: true });
  const { db } = world.app;
  await ensureGuild(db, guild.id, 'tr', world.clock.now());
  await changeGuild(db, guild.id, {
    roadmapId: 'backend',
    channelId: channel.id,
    timeZone: 'Europe/Istanbul',
    roleId: role?.id ?? null,
  });
  const stored = await guildOf(db, guild.id);
  if (stored === null) throw new Error('the guild is there');
  await reschedule(db, stored, world.clock.now());
  await world.discord.quiet();
  world.clock.set(NINE);
  await world.tick();
  const post = channel.lastMessage();
  if (post === undefined) throw new Error('the post is there');
  const [alice, ben] = ['Alice', 'Ben'].map((name) => guild.addMember({ name, locale: 'en-US' }));
  if (alice === undefined || ben === undefined) throw new Error('there are two');
  return { world, guild, channel, role, post, alice, ben };
}

/** What everybody reads in the post. */
const textOf = (channel: { lastMessage(): unknown }): string => JSON.stringify(channel.lastMessage());

test('“I’m in” names everybody who is in at once, and shows each of them the topic’s card', async () => {
  const { world, channel, post, alice, ben } = await studyGroup();
  await using _ = world;
  expect(textOf(channel)).toContain('Günün konusu · 24 Kasım Salı');

  const first = await alice.press(post, 'Ben varım', { until: 'settled' });
  expect(first.isUpdate).toBe(true);
  expect(textOf(channel)).toContain(alice.name);
  await first.followedUp();
  expect(JSON.stringify(first.followUps)).toContain('started.');

  const again = await alice.press(post, 'Ben varım', { until: 'settled' });
  await again.followedUp();
  expect(JSON.stringify(again.followUps)).toContain('You’ve already started');
  expect(JSON.stringify(again.followUps)).not.toContain('Nothing to change');

  await ben.press(post, 'Ben varım');
  expect(textOf(channel)).toContain(`Çalışanlar: ${alice.name} ve ${ben.name}`);
  await ben.press(post, 'Bitti');
  expect(textOf(channel)).toContain(`Çalışanlar: ${alice.name}`);
  expect(textOf(channel)).toContain(`Bitirenler: ${ben.name}`);
  expect(channel.messages).toHaveLength(1);
});

test('a member who hides their topics is not named, although they are in', async () => {
  const { world, channel, post, alice } = await studyGroup();
  await using _ = world;
  await world.app.db
    .insertInto('member')
    .values({
      user_id: alice.id,
      time_zone: null,
      day_start: 4,
      locale: null,
      show_topics: 0,
      show_progress: 1,
      roadmap_id: null,
      fading_below: 80,
      streak_unit: 'day',
      theme: 'dark',
      tell_roles: 0,
      counts_rooms: 0,
      ping_end: 0,
      created_at: 0,
    })
    .execute();
  const answer = await alice.press(post, 'Ben varım', { until: 'settled' });
  expect(answer.followUps).toHaveLength(1);
  expect(textOf(channel)).not.toContain(alice.name);
});

test('“My picks” is shown to the presser only, in their language', async () => {
  const { world, channel, post, alice } = await studyGroup();
  await using _ = world;
  const shown = () => JSON.stringify(channel.lastMessage()?.components);
  const before = shown();
  const answer = await alice.choose(post, 'Başka bir konuda varım…', ['Bana öner'], { until: 'settled' });
  // The post is shown anew, because Discord would not let them choose the same again.
  expect(answer.followUps).toHaveLength(1);
  const [picks] = answer.followUps;
  expect(JSON.stringify(picks?.components)).toContain('Your 3 picks for today');
  expect(shown()).toBe(before);
});

test('another topic of the post is taken from its list', async () => {
  const { world, post, alice } = await studyGroup();
  await using _ = world;
  const [, other = ''] = /"value":"(v1:post:in:[^"]+)"/.exec(JSON.stringify(post)) ?? [];
  const answer = await alice.choose(post, 'Başka bir konuda varım…', [other], { until: 'settled' });
  expect(answer.isUpdate).toBe(true);
  expect(JSON.stringify(answer.followUps)).toContain('started.');
});

test('“Discuss” opens one thread, however many press it', async () => {
  const { world, channel, post, alice, ben } = await studyGroup();
  await using _ = world;
  const [first, second] = await Promise.all([alice.press(post, 'Konuşalım'), ben.press(post, 'Konuşalım')]);
  expect(channel.threads).toHaveLength(1);
  for (const answer of [first, second]) {
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain(`<#${channel.threads[0]?.id}>`);
  }
  world.discord.takeRefusals();
});

test('“Discuss” says which permission the bot lacks', async () => {
  const { world, channel, post, alice } = await studyGroup();
  await using _ = world;
  channel.deny('bot', ['CreatePublicThreads']);
  const answer = await alice.press(post, 'Konuşalım');
  expect(answer.text).toContain('*Create Public Threads*');
  expect(channel.threads).toHaveLength(0);
  world.discord.takeRefusals();
});

test('the chosen role is mentioned once, and stays named when the post changes', async () => {
  const { world, channel, post, role, alice } = await studyGroup('Learners');
  await using _ = world;
  expect(post.mention_roles).toEqual([role?.id]);
  await alice.press(post, 'Ben varım');
  expect(textOf(channel)).toContain(`<@&${role?.id}>`);
});

test('a button of another guild’s post, or of no post, changes nothing', async () => {
  const { world, post, alice } = await studyGroup();
  await using _ = world;
  const other = world.discord.addGuild({ name: 'Other', locale: 'en-US' });
  const eve = other.addMember({ name: 'Eve', locale: 'en-US' });
  const customId = /v1:post:in:[^"]+/.exec(JSON.stringify(post))?.[0] ?? '';
  const card = await eve.slash('topic', { topic: 'ACID' });
  expect((await eve.press(card, { customId })).text).toContain('out of date');
  expect((await alice.press(post, { customId: 'v1:post:in:nothing:nothing' })).text).toContain('out of date');
  expect(await world.app.db.selectFrom('activity').selectAll().execute()).toEqual([]);
});
