import { expect, test } from 'vitest';
import { reschedule } from '../../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { startWorld } from '../../bot.ts';

test('the weekly summary arrives, and its buttons answer whoever presses them, privately', async () => {
  await using world = await startWorld('2026-11-27T05:00:00Z');
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US', channels: ['study'] });
  const alice = guild.addMember({ name: 'Alice', locale: 'en-US' });
  const [channel] = guild.channels;
  const { db } = world.app;
  await ensureGuild(db, guild.id, 'en-US', world.clock.now());
  await changeGuild(db, guild.id, {
    roadmapId: 'backend',
    channelId: channel?.id ?? null,
    timeZone: 'Europe/Istanbul',
    weekdays: [],
  });
  const stored = await guildOf(db, guild.id);
  if (stored === null) throw new Error('the guild was just written');
  await reschedule(db, stored, world.clock.now());
  await join(db, guild.id, alice.id, world.clock.now());
  await alice.slash('done', { topic: 'ACID' });
  world.clock.set('2026-11-29T06:00:00Z');
  await world.discord.quiet();
  await world.tick();

  const post = channel?.lastMessage();
  if (post === undefined) throw new Error('the summary did not come');
  expect(JSON.stringify(post)).toContain(`<@${alice.id}>: ACID`);
  const picks = await alice.press(post, 'My picks');
  expect(picks.ephemeral).toBe(true);
  expect(picks.text).toContain('Your three for today');
  const own = await alice.press(post, 'My week');
  expect(own.ephemeral).toBe(true);
  expect(own.text).toContain('1 of ');
  expect(channel?.messages).toHaveLength(1);
});
