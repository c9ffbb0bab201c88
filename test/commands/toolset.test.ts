import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';
import { follow, PLAIN } from './other-roadmap.ts';

test.each([
  ['en-US', 'Start', 'in progress', 'Done', '1 of 4 done'],
  ['tr', 'Başla', 'sürüyor', 'Bitti', '1/4 konu bitti'],
])(
  'in %s, languages are listed by their use, and can be begun and done',
  async (locale, start, doing, done, count) => {
    await using world = await startWorld();
    const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale });

    const tools = await ada.slash('toolset');
    expect(tools.ephemeral).toBe(true);
    const tr = locale === 'tr';
    for (const [purpose, languages] of [
      [tr ? 'Sistem' : 'System', 'Golang, C'],
      [tr ? 'Nesne yönelimli' : 'OOP', 'Python'],
      [tr ? 'Fonksiyonel' : 'Functional', 'Scala'],
      [tr ? 'Betik dili' : 'Scripting', 'JavaScript'],
    ]) {
      expect(tools.text).toMatch(new RegExp(`○ \\*\\*${purpose}\\*\\*\\n${languages}`));
    }
    await ada.press(tools, { label: start, near: 'Golang' });
    const begun = await ada.slash('toolset');
    expect(begun.text).toContain(`◐ **${tr ? 'Sistem' : 'System'}** · ${doing}`);
    await ada.press(begun, { label: done, near: 'Golang' });
    const finished = await ada.slash('toolset');
    expect(finished.text).toContain(`● **${tr ? 'Sistem' : 'System'}**`);
    expect(finished.text).toContain(count);
  },
);

test('if a message has no room for all tools, the others are in a list', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study' });
  const ada = guild.addMember({ name: 'Ada' });
  const tools = Array.from({ length: 12 }, (_, n) => `- [ ] Tool ${n}`);
  await follow(
    world,
    guild,
    'tools',
    ['# All', '## Tools <!-- kind: toolset -->', ...tools, '## Work', '- [ ] A'].join('\n'),
  );

  const answer = await ada.slash('toolset');
  expect(answer.text).toContain('○ **Tool 7**');
  await ada.choose(answer, '4 more', ['Tool 11 · Tools']);
  expect(answer.text).toContain('## ○ Tool 11');
});

test.each([
  ['en-US', 'This roadmap has no tool set'],
  ['tr', 'Bu yol haritasında araç takımı yok'],
])('in %s, a roadmap without a tool set says so and offers a next step', async (locale, said) => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Kitchen' });
  const ada = guild.addMember({ name: 'Ada', locale });
  await follow(world, guild, 'cooking', PLAIN);

  const answer = await ada.slash('toolset');
  expect(answer.text).toContain(said);
  expect(answer.buttons).toHaveLength(2);
});

test('it works in direct messages', async () => {
  await using world = await startWorld();
  const ada = world.discord.addPerson({ name: 'Ada' }).install().dm;
  expect((await ada.slash('toolset')).text).toContain('Golang, C');
});
