import { Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

test('a single request that is refused as unauthorised does not cost the bot its token', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study' });
  const alice = guild.addMember({ name: 'Alice' });
  const { rest } = world.app.client;
  world.discord.faults.add({ path: /applications/, kind: 'refused' });
  await expect(rest.get(Routes.currentApplication())).rejects.toMatchObject({ status: 401 });
  await world.discord.quiet();
  await expect.poll(() => world.logged.splice(0).join('')).toContain('takes the token all the same');

  await expect(rest.get(Routes.currentApplication())).resolves.toMatchObject({
    id: world.discord.applicationId,
  });
  expect((await alice.slash('help')).failed).toBeNull();
});
