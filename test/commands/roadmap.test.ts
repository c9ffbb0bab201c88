import { expect, test } from 'vitest';
import { deliver } from '../../playground/state/interactions.ts';
import { hasJoined } from '../../src/store/members/memberships.ts';
import { startWorld } from '../bot.ts';

test('joining offers the ticks of the file or zero; leaving keeps what one has done', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const [alice, ben] = ['Alice', 'Ben'].map((name) => guild.addMember({ name, locale: 'en-US' }));
  if (alice === undefined || ben === undefined) throw new Error('there are two');

  const asked = await alice.slash('roadmap join');
  expect(asked.text).toContain('**Testing** ticked off already');
  await alice.press(asked, 'Start from the ticks');
  expect(asked.text).toContain('Welcome aboard');
  expect((await alice.slash('topic', { topic: 'Testing' })).text).toContain('● Testing');
  // What the file had ticked is no deed of theirs.
  expect((await alice.slash('undo')).text).toContain('nothing to take back');

  await ben.press(await ben.slash('roadmap join'), 'Start from zero');
  expect((await ben.slash('topic', { topic: 'Testing' })).text).toContain('○ Testing');

  expect((await alice.slash('roadmap leave')).text).toContain('All of it stays yours');
  expect((await alice.slash('roadmap leave')).text).toContain('You do not study with this group');
  const back = await alice.slash('roadmap join');
  expect(back.text).toContain('Welcome aboard');
  expect((await alice.slash('roadmap join')).text).toContain('already');
  expect((await alice.slash('topic', { topic: 'Testing' })).text).toContain('● Testing');
});

test('joining that Discord tells of again, later on, lets no group see whoever has left it since', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const alice = guild.addMember({ name: 'Alice', locale: 'en-US' });
  await alice.press(await alice.slash('roadmap join'), 'Start from zero');
  const joining = [...world.discord.world.interactions.values()].at(-1);
  if (joining === undefined) throw new Error('she has joined');
  expect(await hasJoined(world.app.db, guild.id, alice.id)).toBe(true);

  await alice.slash('roadmap leave');
  deliver(world.discord.world, joining);
  await world.discord.quiet();
  expect(await hasJoined(world.app.db, guild.id, alice.id)).toBe(false);
});

test('the roadmap is looked through section by section, and page by page', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Çalışma', locale: 'tr' });
  const deniz = guild.addMember({ name: 'Deniz', locale: 'tr' });
  await deniz.slash('done', { topic: 'Testing' });

  const view = await deniz.slash('roadmap view');
  expect(view.text).toContain('%3 · 37 konudan 1 tanesi bitti');
  await deniz.choose(view, 'Bir bölüm seç', ['Ana yol haritası']);
  expect(view.text).toContain('● Test yazmak');
  expect(view.text).toContain('Sayfa 1 / 2');
  await deniz.press(view, 'Devamı');
  expect(view.text).toContain('Web güvenliği');
  await deniz.choose(view, 'Bir konu aç', ['Web güvenliği · Ana yol haritası']);
  expect(view.text).toContain('○ Web güvenliği');
});

test('a page or section that is not there shows what is', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const view = await alice.slash('roadmap view');
  for (const customId of ['v1:section:2:99', 'v1:section:99:0', 'v1:section:x:y', 'v1:section:-1:-1']) {
    const answer = await alice.press(view, { customId });
    expect(answer.failed).toBeNull();
    expect(answer.text).toContain('done');
  }
});
