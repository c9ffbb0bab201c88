import { expect, test } from 'vitest';
import { changeGuild, ensureGuild, guildOf } from '../../../src/store/members/guilds.ts';
import { reschedule } from '../../../src/schedule/reschedule.ts';
import { postsOf } from '../../../src/store/schedule/posts.ts';
import { startWorld } from '../../bot.ts';
import { eventually } from '../../patience.ts';

/** A guild that posts every day. */
async function postingGuild() {
  const world = await startWorld();
  const { db } = world.app;
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  await ensureGuild(db, guild.id, 'en-US', world.clock.now());
  await changeGuild(db, guild.id, {
    roadmapId: 'backend',
    channelId: guild.channel().id,
    timeZone: 'Europe/London',
  });
  const stored = async () => {
    const found = await guildOf(world.app.db, guild.id);
    if (found === null) throw new Error('the guild is stored');
    return found;
  };
  await reschedule(db, await stored(), world.clock.now());
  await world.discord.quiet();
  const planned = async () =>
    (await postsOf(world.app.db, guild.id)).filter((post) => post.next !== null).length;
  return { world, guild, stored, planned };
}

test('a guild that removes the bot gets no posts, and loses nothing', async () => {
  const { world, guild, stored, planned } = await postingGuild();
  await using _ = world;
  expect(await planned()).toBe(2);
  guild.removeBot();
  await eventually(async () => expect(await planned()).toBe(0));
  expect((await stored()).leftAt).toBe(world.clock.now());
  expect((await stored()).channelId).toBe(guild.channel().id);
});

test('an outage of Discord is no removal', async () => {
  const { world, guild, stored, planned } = await postingGuild();
  await using _ = world;
  guild.outage();
  await world.discord.quiet();
  expect((await stored()).leftAt).toBeNull();
  expect(await planned()).toBe(2);
});

test('a removal while the bot was not running is noticed at its next start', async () => {
  const { world, guild, stored, planned } = await postingGuild();
  await using _ = world;
  await world.restart(() => guild.removeBot());
  await eventually(async () => expect((await stored()).leftAt).not.toBeNull());
  expect(await planned()).toBe(0);
});
