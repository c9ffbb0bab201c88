import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';
import { picturesOf, sketchStudio } from '../pictures.ts';

/** A Sunday, a minute before the weekly summary in Istanbul. */
const SUNDAY = '2026-11-22T09:00:00Z';
const TO_MONDAY = 21 * 60 * 60_000;

async function setUp() {
  const world = await startWorld(SUNDAY, { pictures: sketchStudio() });
  const guild = world.discord.addGuild({ name: 'Study', locale: 'tr' });
  const ada = guild.addMember({ name: 'Ada' });
  const panel = await guild.owner.slash('setup', { 'time-zone': 'Istanbul' });
  await guild.owner.press(panel, { customId: 'v1:setup-start' });
  await ada.slash('roadmap join');
  await ada.slash('done', { topic: 'ACID' });
  await world.discord.quiet();
  return { world, guild, ada, panel };
}

test('the weekly summary has a poster, which is removed when somebody on it deletes their data', async () => {
  const { world, guild, ada } = await setUp();
  await using _ = world;
  world.clock.advance(TO_MONDAY);
  await world.tick();
  const summary = () =>
    guild.channel().messages.find((message) => JSON.stringify(message).includes('## Haftalık özet'));
  const [poster] = picturesOf(summary());
  expect(poster?.alt).toContain('Ada: ACID');

  const form = await ada.press(await ada.slash('settings'), { customId: 'v1:settings-delete' });
  await ada.fill(form, { word: 'delete' });
  await world.tick();
  expect(picturesOf(summary())).toEqual([]);
  expect(JSON.stringify(summary())).toContain('Haftalık özet');
});

test('without the permission to attach files only the words are posted, and organisers are told once', async () => {
  const { world, guild, ada, panel } = await setUp();
  await using _ = world;
  expect(panel.text).not.toContain('Dosya Ekle');
  guild.channel().deny('bot', ['AttachFiles']);
  await world.discord.quiet();
  world.clock.advance(TO_MONDAY);
  await world.tick();
  const posts = guild.channel().messages;
  expect(posts.filter((message) => JSON.stringify(message).includes('## Haftalık özet'))).toHaveLength(1);
  expect(posts.flatMap((message) => picturesOf(message))).toEqual([]);
  // The words that stand in for the poster say all of it, by names.
  expect(JSON.stringify(posts.at(-1))).toContain('Ada: ACID');

  const told = await guild.owner.slash('today');
  await world.discord.quiet();
  expect(JSON.stringify(told.followUps)).toContain('Dosya Ekle');
  const again = await guild.owner.slash('today');
  await world.discord.quiet();
  expect(again.followUps).toEqual([]);
  const asked = await ada.slash('today');
  await world.discord.quiet();
  expect(asked.followUps).toEqual([]);
  const setup = await guild.owner.slash('setup');
  expect(setup.text).toContain('resimsiz geliyor');
});

test('pictures are light for a group that has chosen that, and a test post shows its poster', async () => {
  const studio = sketchStudio();
  await using world = await startWorld(SUNDAY, { pictures: studio });
  const guild = world.discord.addGuild({ name: 'Study' });
  const { owner } = guild;
  const panel = await owner.slash('setup', { 'time-zone': 'Istanbul' });
  await owner.press(panel, { customId: 'v1:setup-start' });
  await owner.choose(panel, 'v1:menu', ['Language and ping…']);
  await owner.press(panel, 'Use light');
  expect(panel.buttons).toContain('Use dark');
  await owner.slash('roadmap join');
  await owner.slash('done', { topic: 'ACID' });
  world.clock.advance(TO_MONDAY);
  const tried = await owner.slash('schedule test', { kind: 'weekly' });
  expect(picturesOf(tried.message)).toHaveLength(1);
  expect(studio.asked.at(-1)).toMatchObject({ theme: 'light', picture: { kind: 'week' } });
});
