import { z } from 'zod';
import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

const line = z.looseObject({ msg: z.string(), reference: z.string(), interaction: z.string() });

test('every line that an interaction logs has the reference that the person sees', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study group' }).addMember({ name: 'Alice' });
  await world.discord.quiet();
  await world.app.db.schema.alterTable('progress').renameTo('elsewhere').execute();
  // The handler fails, and then Discord fails twice when the bot says so.
  world.discord.faults.add({ method: 'POST', path: /callback/, times: 2, kind: '500' });
  const answer = await alice.slash('done', { topic: 'ACID' });
  await world.app.db.schema.alterTable('elsewhere').renameTo('progress').execute();
  const shown = /`([0-9a-f]{8})`/.exec(answer.text)?.[1];
  const lines = world.logged.splice(0).map((text) => line.parse(JSON.parse(text)));
  expect(lines.map(({ msg }) => msg)).toContain('a handler failed');
  expect(new Set(lines.map(({ reference }) => reference))).toEqual(new Set([shown]));
  expect(new Set(lines.map(({ interaction }) => interaction))).toEqual(new Set([answer.interaction.id]));
});

test('each interaction has its own reference, even if its answer reaches nobody', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study group' }).addMember({ name: 'Alice' });
  await world.discord.quiet();
  const missed = async (): Promise<void> => {
    world.discord.faults.add({ method: 'POST', path: /callback/, times: 64, kind: '500' });
    const asked = alice.slash('done', { topic: 'ACID' });
    await world.discord.quiet();
    world.discord.expire();
    await asked;
  };
  await missed();
  await missed();
  const lines = world.logged.splice(0).map((text) => line.parse(JSON.parse(text)));
  expect(lines.map(({ msg }) => msg)).toEqual(['an answer reached nobody', 'an answer reached nobody']);
  expect(new Set(lines.map(({ reference }) => reference)).size).toBe(2);
});
