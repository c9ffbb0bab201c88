import { expect, test } from 'vitest';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { startWorld } from '../bot.ts';

test.each([
  ['read', 'sent again only if it is not there', 1],
  ['not read', 'not sent again: the history would seem empty', 1],
] as const)(
  'an unsettled post, in a channel whose history can be %s, is %s',
  async (history, _what, posted) => {
    await using world = await startWorld('2026-11-27T05:00:00Z');
    const guild = world.discord.addGuild({ name: 'Study', channels: ['study'] });
    const channel = guild.channel();
    const { db } = world.app;
    await world.discord.quiet();
    await ensureGuild(db, guild.id, 'en-US', world.clock.now());
    await changeGuild(db, guild.id, {
      roadmapId: 'backend',
      channelId: channel.id,
      timeZone: 'Europe/Istanbul',
    });
    const stored = await guildOf(db, guild.id);
    if (stored === null) throw new Error('the guild was just written');
    await reschedule(db, stored, world.clock.now());
    world.clock.set('2026-11-27T06:00:00Z');
    await world.discord.quiet();
    // The connection ends before Discord's answer, so the bot does not know that the message was sent.
    world.discord.faults.add({ method: 'POST', path: /\/messages$/, kind: 'close-after-commit' });
    await world.tick();
    expect(channel.messages).toHaveLength(1);

    if (history === 'not read') channel.deny('bot', ['ReadMessageHistory']);
    await world.discord.quiet();
    // By that time Discord has forgotten the nonce.
    for (let minute = 0; minute < 10; minute += 3) {
      world.clock.advance(6 * 60_000);
      await world.tick();
    }
    expect(channel.messages).toHaveLength(posted);
    world.logged.splice(0);
  },
);
