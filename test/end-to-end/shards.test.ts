import { expect, test } from 'vitest';
import { guildOf } from '../../src/store/members/guilds.ts';
import { shardOf } from '../../src/store/share.ts';
import { startWorld } from '../bot.ts';
import { planGuild } from './planned-guild.ts';

/** Two guilds, each with a daily post in an hour; the place of each is its shard of two. */
async function twoShards() {
  const world = await startWorld('2026-11-23T08:00:00Z');
  const guilds = [1, 2].map((n) => world.discord.addGuild({ name: `Study ${n}`, channels: ['study'] }));
  const inOrder = guilds.toSorted((a, b) => shardOf(a.id, 2) - shardOf(b.id, 2));
  expect(inOrder.map(({ id }) => shardOf(id, 2))).toEqual([0, 1]);
  await world.discord.quiet();
  for (const guild of guilds) await planGuild(world.app.db, guild, world.clock.now());
  const posted = (): readonly number[] => inOrder.map((guild) => guild.channel().messages.length);
  const left = async (): Promise<readonly boolean[]> =>
    Promise.all(inOrder.map(async ({ id }) => (await guildOf(world.app.db, id))?.leftAt !== null));
  return { world, guilds: inOrder, posted, left };
}

const only = (shard: number) => ({ shards: [shard], shardCount: 2 });

test('a process posts for the guilds of its shards, and leaves the others to the others', async () => {
  const { world, posted, left } = await twoShards();
  await using _ = world;
  await world.restart(() => world.clock.set('2026-11-23T09:00:00Z'), only(1));
  await world.discord.quiet();
  await world.tick();
  expect(await left()).toEqual([false, false]);
  expect(posted()).toEqual([0, 1]);
  await world.restart(undefined, only(0));
  await world.discord.quiet();
  await world.tick();
  expect(await left()).toEqual([false, false]);
  expect(posted()).toEqual([1, 1]);
});

test('a removal is noticed by the process that the guild belongs to', async () => {
  const { world, guilds, left } = await twoShards();
  await using _ = world;
  await world.restart(() => guilds[1]?.removeBot(), only(0));
  await world.discord.quiet();
  expect(await left()).toEqual([false, false]);
  await world.restart(undefined, only(1));
  await world.discord.quiet();
  expect(await left()).toEqual([false, true]);
});

test('reminders come once, from the process with the channel, or from that of direct messages', async () => {
  const { world, guilds } = await twoShards();
  await using _ = world;
  const people = guilds.map((guild) => guild.addMember({ name: 'Alice', locale: 'en-US' }));
  await world.discord.quiet();
  for (const person of people) {
    await person.slash('settings', { 'time-zone': 'UTC' });
    for (const where of ['In this channel', 'By direct message']) {
      const asked = await person.slash('remind me', { what: 'Stretch', when: 'in 30 minutes', where });
      await person.press(asked, 'Yes, remind me');
    }
  }
  const tick = async (shard: number): Promise<void> => {
    await world.restart(() => world.clock.set('2026-11-23T08:31:00Z'), only(shard));
    await world.discord.quiet();
    await world.tick();
  };
  const came = (): readonly number[] => [
    ...guilds.map((guild) => guild.channel().messages.length),
    ...people.map((person) => person.dm.sees().length),
  ];
  await tick(1);
  expect(came()).toEqual([0, 1, 0, 0]);
  await tick(0);
  expect(came()).toEqual([1, 1, 1, 1]);
});
