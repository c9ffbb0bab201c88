import { expect, test } from 'vitest';
import { deliver } from '../../playground/state/interactions.ts';
import { hasJoined } from '../../src/store/members/memberships.ts';
import { startWorld } from '../bot.ts';

test('joining asks nothing and ends with a small topic to start; leaving keeps what was done', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const [alice, ben] = ['Alice', 'Ben'].map((name) => guild.addMember({ name, locale: 'en-US' }));
  if (alice === undefined || ben === undefined) throw new Error('there are two');

  const joined = await alice.slash('roadmap join');
  expect(joined.text).toContain('You’re in!');
  expect(joined.text).toMatch(/Start small:\n\*\*KISS\*\*\n\[.*\]\(<https:.*>\) · about 20 min/);
  // The ticks in the roadmap's file do not count for anybody.
  expect((await alice.slash('topic', { topic: 'Testing' })).text).toContain('○ Testing');
  await alice.press(joined, 'Start');
  expect(joined.text).toContain('◐ **KISS** started.');
  await alice.press(joined, 'Done');
  expect(joined.text).toContain('● **KISS** done.\n1 of 37 in Main Roadmap\n▰▱▱▱▱▱▱▱▱▱');

  await ben.slash('roadmap join');
  expect((await alice.slash('roadmap leave')).text).toContain('You keep all of it');
  expect((await alice.slash('roadmap leave')).text).toContain('You’re not in this group');
  const back = await alice.slash('roadmap join');
  expect(back.text).toContain('You’re in!');
  expect((await alice.slash('roadmap join')).text).toContain('already');
  expect((await alice.slash('topic', { topic: 'KISS' })).text).toContain('● KISS');
});

test('joining that is delivered again later does not show a group a member who has left it since', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const alice = guild.addMember({ name: 'Alice', locale: 'en-US' });
  await alice.slash('roadmap join');
  const joining = [...world.discord.world.interactions.values()].at(-1);
  if (joining === undefined) throw new Error('she has joined');
  expect(await hasJoined(world.app.db, guild.id, alice.id)).toBe(true);

  await alice.slash('roadmap leave');
  deliver(world.discord.world, joining);
  await world.discord.quiet();
  expect(await hasJoined(world.app.db, guild.id, alice.id)).toBe(false);
});

test('the roadmap can be read section by section and page by page', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Çalışma', locale: 'tr' });
  const deniz = guild.addMember({ name: 'Deniz', locale: 'tr' });
  await deniz.slash('done', { topic: 'Testing' });

  const view = await deniz.slash('roadmap view');
  expect(view.text).toContain('1/37 bitti');
  await deniz.choose(view, 'Bir bölüm seç', ['Ana konular']);
  expect(view.text).toContain('● Test yazmak');
  expect(view.text).toContain('Sayfa 1/5');
  for (let page = 2; page <= 5; page += 1) await deniz.press(view, 'Sonraki');
  expect(view.text).toContain('Web güvenliği');
  await deniz.choose(view, 'Bir konuya bak', ['Web güvenliği · Ana konular']);
  expect(view.text).toContain('○ Web güvenliği');
});

test('a section opens where something is to do, and a page that begins with a part names what it is a part of', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const first = ['Testing', 'Backend Frameworks', 'Relational Databases', 'NoSQL Databases'];
  const parts = ['ORMs', 'ACID', 'Transactions', 'N+1 Problem', 'Database Normalization'];
  for (const topic of [...first, ...parts]) await alice.slash('done', { topic });
  const view = await alice.slash('roadmap view');
  await alice.choose(view, 'Pick a section', ['Main Roadmap']);
  expect(view.text).toContain('Jumped to your next topic · page 2 of 5');
  expect(view.text.replaceAll('\u00A0', ' ')).toContain('-# ○ to do · ◐ in progress');
  const listed = view.text.replaceAll(/[^\S\n]/gu, ' ').split('\n');
  expect(listed.filter((line) => /^ *[○◐●]/u.test(line)).map((line) => line.trim())).toEqual(
    expect.arrayContaining(['◐ More on Databases', '○ Indexes how they work']),
  );
  expect(listed.findIndex((line) => line.includes('Indexes'))).toBe(
    listed.findIndex((line) => line.includes('More on Databases')) + 1,
  );
});

test('if a page or section does not exist, an existing one is shown', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const view = await alice.slash('roadmap view');
  for (const customId of ['v1:section:2:99', 'v1:section:99:0', 'v1:section:x:y', 'v1:section:-1:-1']) {
    const answer = await alice.press(view, { customId });
    expect(answer.failed).toBeNull();
    expect(answer.text).toContain('done');
  }
});
