import { expect, test } from 'vitest';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { reschedule } from '../../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf, type GuildSettings } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { follow } from '../../../src/store/roadmaps/followed.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { PLAIN } from '../../commands/other-roadmap.ts';
import { textOf } from '../../../playground/people/reading.ts';
import { startWorld } from '../../bot.ts';
import type { World } from '../../commands/study-group.ts';

/** A group in Istanbul with a member. Its posts are sent to its channel. */
async function postingGroup(world: World, settings: GuildSettings) {
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US', channels: ['study'] });
  const alice = guild.addMember({ name: 'Alice', locale: 'en-US' });
  await world.discord.quiet();
  const channel = guild.channel();
  const { db } = world.app;
  await ensureGuild(db, guild.id, 'en-US', world.clock.now());
  const place = { roadmapId: 'backend', channelId: channel.id, timeZone: 'Europe/Istanbul', weeklyDay: 7 };
  await changeGuild(db, guild.id, { ...place, ...settings });
  const stored = await guildOf(db, guild.id);
  if (stored === null) throw new Error('the guild was just written');
  await reschedule(db, stored, world.clock.now());
  await join(db, guild.id, alice.id, world.clock.now());
  return { guild, alice, channel };
}

test('the weekly summary is sent, and its buttons answer each presser privately', async () => {
  await using world = await startWorld('2026-11-27T05:00:00Z');
  const { alice, channel } = await postingGroup(world, { weekdays: [] });
  await alice.slash('done', { topic: 'ACID' });
  world.clock.set('2026-11-29T06:00:00Z');
  await world.discord.quiet();
  await world.tick();

  const post = channel.lastMessage();
  if (post === undefined) throw new Error('the summary did not come');
  expect(JSON.stringify(post)).toContain(`${alice.name}: ACID`);
  const own = await alice.press(post, 'See my week');
  expect(own.ephemeral).toBe(true);
  expect(own.text).toContain('22 – 28 November'.replace(' – ', '\u2009–\u2009'));
  expect(own.text).toContain('**1 topic done** · the week before: 0\n● ACID');
  expect(own.text).toContain('**Studied** 1 of 7 days\nFri');
  expect(channel.messages).toHaveLength(1);
});

test('*My week* is the week of its post, whenever it is pressed', async () => {
  await using world = await startWorld('2026-11-27T05:00:00Z');
  const { alice, channel } = await postingGroup(world, { weekdays: [] });
  await alice.slash('done', { topic: 'ACID' });
  for (const sunday of ['2026-11-29', '2026-12-06']) {
    world.clock.set(`${sunday}T06:00:00Z`);
    await world.discord.quiet();
    await world.tick();
    await alice.slash('done', { topic: sunday === '2026-11-29' ? 'REST' : 'JSON' });
  }
  const [first, second] = channel.messages.map((post) => alice.press(post, 'See my week'));
  expect((await first)?.text).toContain('● ACID');
  expect((await first)?.text).not.toContain('REST');
  expect((await second)?.text).toContain('**1 topic done** · the week before: 1\n● REST');
});

test('*My week* counts all roadmaps of the post, and names them', async () => {
  await using world = await startWorld('2026-11-27T05:00:00Z');
  const { guild, alice, channel } = await postingGroup(world, { weekdays: [] });
  const { db } = world.app;
  await seedRoadmap(db, 'cooking', readRoadmap(PLAIN).roadmap, PLAIN, 0);
  await follow(db, { guildId: guild.id }, 'cooking', 0);
  await alice.slash('done', { topic: 'ACID' });
  await alice.slash('done', { topic: 'Rice' });
  world.clock.set('2026-11-29T06:00:00Z');
  await world.discord.quiet();
  await world.tick();
  const post = channel.lastMessage();
  if (post === undefined) throw new Error('the summary did not come');
  expect(JSON.stringify(post)).toContain('*Cooking*: Rice');
  const { text } = await alice.press(post, 'See my week');
  expect(text).toContain('**2 topics done** · the week before: 0\n● ACID · Backend TODO\n● Rice · Cooking');
});

test('a deleted role is not mentioned; /schedule says so, and an organiser is told once', async () => {
  await using world = await startWorld('2026-11-28T05:00:00Z');
  const { guild, alice, channel } = await postingGroup(world, {});
  const role = guild.addRole({ name: 'Learners', mentionable: true });
  await changeGuild(world.app.db, guild.id, { roleId: role.id });
  world.clock.set('2026-11-28T06:00:00Z');
  await world.discord.quiet();
  await world.tick();
  const [called] = channel.messages;
  if (called === undefined) throw new Error('it was posted');
  expect(JSON.stringify(called)).toContain(`<@&${role.id}>`);
  guild.removeRole(role);
  await world.discord.quiet();
  world.clock.set('2026-11-30T06:00:00Z');
  await world.tick();
  const post = channel.lastMessage();
  if (post === undefined) throw new Error('it was posted');
  expect(JSON.stringify(post)).not.toContain('<@&');
  await alice.press(called, 'I’m in', { until: 'settled' });
  expect(JSON.stringify(channel.messages[0]), 'nor where it stood before').not.toContain('<@&');

  expect((await alice.slash('schedule preview')).text).toContain('The role for posts was deleted');
  const { owner } = guild;
  const told = async () => {
    const answer = await owner.slash('topic', { topic: 'ACID' });
    await world.discord.quiet();
    return [answer.text, ...answer.followUps.map(textOf)].join();
  };
  expect(await told()).toContain('The role for posts was deleted');
  expect(await told()).not.toContain('was deleted');
});

test('on the day of the weekly summary, only one of the two posts mentions the role', async () => {
  await using world = await startWorld('2026-11-28T05:00:00Z');
  const { guild, alice, channel } = await postingGroup(world, {});
  const role = guild.addRole({ name: 'Learners', mentionable: true });
  await changeGuild(world.app.db, guild.id, { roleId: role.id });
  const pinging = () => channel.messages.filter(({ mention_roles }) => mention_roles.length > 0).length;
  const counts: number[][] = [];
  for (const date of ['28', '29', '30']) {
    world.clock.set(`2026-11-${date}T06:00:00Z`);
    await world.discord.quiet();
    await world.tick();
    counts.push([channel.messages.length, pinging()]);
  }
  expect(counts).toEqual([
    [1, 1],
    [3, 2],
    [4, 3],
  ]);
  // The post that did not mention the role does not mention it when it is changed either.
  const silent = channel.messages.find(({ mention_roles }) => mention_roles.length === 0);
  const [, , , daily] = channel.messages;
  expect(JSON.stringify(silent)).not.toContain(`<@&${role.id}>`);
  if (daily !== undefined) await alice.press(daily, 'I’m in');
  expect(JSON.stringify(channel.lastMessage())).toContain(`<@&${role.id}>`);
});
