import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import { changeGuild, ensureGuild } from '../../src/store/members/guilds.ts';
import { HELP_PARTS } from '../../src/view/help.ts';
import { startWorld } from '../bot.ts';

/** The commands that an answer mentions, each with the id in its mention. */
function mentioned({ text }: Answer): Map<string, string> {
  return new Map([...text.matchAll(/<\/([\w -]+):(\d+)>/g)].map(([, name = '', id = '']) => [name, id]));
}

async function server(locale: string) {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const { owner } = guild;
  owner.locale = locale;
  const ada = guild.addMember({ name: 'Ada', locale });
  return { world, guild, owner, ada };
}

describe.each([
  {
    locale: 'en-US',
    hello: 'A roadmap is a list of things to learn',
    join: 'Join',
    setUp: 'Set up this server',
  },
  {
    locale: 'tr',
    hello: 'Yol haritası, öğrenilecek konuların listesidir',
    join: 'Katıl',
    setUp: 'Bu sunucuda kur',
  },
])('in $locale', ({ locale, hello, join, setUp }) => {
  test('a newcomer reads what this is, and can join', async () => {
    const { world, ada } = await server(locale);
    await using _ = world;
    const answer = await ada.slash('help');
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain(hello);
    expect(answer.buttons[0]).toBe(join);
    expect([...mentioned(answer).keys()]).not.toContain('setup');
  });

  test('a member reads what there is, and gets a next step', async () => {
    const { world, ada } = await server(locale);
    await using _ = world;
    await ada.press(await ada.slash('help'), join);
    await ada.slash('roadmap join');
    const answer = await ada.slash('help');
    expect(answer.text).not.toContain(hello);
    expect(answer.buttons).not.toContain(join);
    expect(answer.buttons).toHaveLength(1);
  });

  test('an organiser is led to `/setup` until it is done', async () => {
    const { world, guild, owner } = await server(locale);
    await using _ = world;
    const before = await owner.slash('help');
    expect(before.buttons).toEqual([setUp]);
    expect([...mentioned(before).keys()]).toContain('setup');
    const more = await owner.choose(before, 'v1:help', ['organise']);
    expect([...mentioned(more).keys()]).toEqual(
      expect.arrayContaining(['setup', 'schedule preview', 'schedule pause']),
    );
    const panel = await owner.press(before, setUp);
    expect(panel.failed).toBeNull();

    await ensureGuild(world.app.db, guild.id, 'en-US', world.clock.now());
    const settings = { channelId: guild.channel().id, roadmapId: 'backend', timeZone: 'UTC' };
    await changeGuild(world.app.db, guild.id, settings);
    expect((await owner.slash('help')).buttons).toEqual([join]);
  });

  test('in direct messages there is no group and no server', async () => {
    const { world } = await server(locale);
    await using _ = world;
    const cem = world.discord.addPerson({ name: 'Cem', locale }).install().dm;
    const first = await cem.slash('help');
    expect(first.text).toContain(hello);
    expect(first.buttons).toHaveLength(1);
    const names = [...mentioned(first).keys()];
    for (const name of ['setup', 'schedule preview', 'roadmap join']) expect(names).not.toContain(name);

    await cem.slash('roadmap join');
    expect((await cem.slash('help')).text).not.toContain(hello);
  });
});

test('every mentioned command exists, with its id and subcommand', async () => {
  const { world, owner, ada } = await server('en-US');
  await using _ = world;
  const known = new Map(
    world.discord.commands.flatMap(({ name, id, options = [] }) => {
      const subcommands = options
        .filter(({ type }) => type === ApplicationCommandOptionType.Subcommand)
        .map((sub) => `${name} ${sub.name}`);
      return (subcommands.length > 0 ? subcommands : [name]).map((path) => [path, id] as const);
    }),
  );
  const named = new Map<string, string>();
  for (const person of [ada, owner]) {
    const answer = await person.slash('help');
    expect(mentioned(answer).size).toBeGreaterThan(2);
    for (const [name, id] of mentioned(answer)) named.set(name, id);
    for (const part of HELP_PARTS.filter((each) => each !== 'organise' || person === owner)) {
      await person.choose(answer, 'v1:help', [part]);
      for (const [name, id] of mentioned(answer)) named.set(name, id);
    }
  }
  expect(named.size).toBeGreaterThan(20);
  for (const [name, id] of named) expect([name, known.get(name)]).toEqual([name, id]);
});
