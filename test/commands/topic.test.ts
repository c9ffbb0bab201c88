import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

test('a topic is looked at, started, finished and taken back', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const alice = guild.addMember({ name: 'Alice', locale: 'en-US' });

  const choices = await alice.type('topic', { topic: 'aci' });
  expect(choices[0]?.name).toContain('ACID');

  const card = await alice.slash('topic', { topic: 'ACID' });
  expect(card.ephemeral).toBe(true);
  expect(card.text).toContain('Main Roadmap › More on Databases');
  await alice.press(card, 'Start');
  expect(card.text).toContain('◐ ACID');

  const done = await alice.slash('done', { topic: choices[0]?.value ?? '' });
  expect(done.text).toContain('● ACID');

  const undone = await alice.slash('undo');
  expect(undone.text).toContain('which you had marked done');
  expect(undone.text).toContain('◐ ACID');
});
