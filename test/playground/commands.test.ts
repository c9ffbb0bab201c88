import {
  ApplicationCommandOptionType as Option,
  ApplicationIntegrationType as Installed,
  ChannelType,
  InteractionContextType as Context,
  MessageFlags,
  PermissionFlagsBits,
  type ChatInputCommandInteraction,
  type Interaction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';

import { answering, slash } from './connected.ts';

const everything = slash('say', {
  options: [
    {
      type: Option.Subcommand,
      name: 'all',
      description: 'all',
      options: [
        { type: Option.String, name: 'text', description: 'text', required: true, maxLength: 5 },
        { type: Option.Integer, name: 'count', description: 'count', minValue: 1, maxValue: 9 },
        { type: Option.Boolean, name: 'sure', description: 'sure' },
        { type: Option.User, name: 'who', description: 'who' },
        {
          type: Option.Channel,
          name: 'where',
          description: 'where',
          channelTypes: [ChannelType.GuildText],
        },
        { type: Option.Role, name: 'role', description: 'role' },
        { type: Option.Attachment, name: 'file', description: 'file' },
        {
          type: Option.String,
          name: 'colour',
          description: 'colour',
          choices: [{ name: 'Red', value: 'r' }],
        },
      ],
    },
  ],
});
const options = (interaction: ChatInputCommandInteraction) =>
  JSON.stringify([
    interaction.options.getSubcommand(),
    interaction.options.getString('text'),
    interaction.options.getInteger('count'),
    interaction.options.getBoolean('sure'),
    interaction.options.getUser('who')?.username,
    interaction.options.getChannel('where')?.name,
    interaction.options.getRole('role')?.name,
    interaction.options.getAttachment('file')?.name,
    interaction.options.getString('colour'),
  ]);

describe('options', () => {
  test('of every kind reach the bot as the person gave them', async () => {
    await using world = await answering([everything], async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(options(interaction));
    });
    const role = world.guild.addRole({ name: 'Learners' });
    const bob = world.guild.addMember({ name: 'Bob' });
    const answer = await world.alice.slash('say all', {
      text: 'hello',
      count: 3,
      sure: true,
      who: bob,
      where: world.guild.channel(),
      role,
      file: { name: 'list.md', content: '- [ ] ACID' },
      colour: 'Red',
    });
    expect(answer.text).toBe('["all","hello",3,true,"bob","general","Learners","list.md","r"]');
  });

  test.each([
    [{}, 'needs the option "text"'],
    [{ text: 'too long' }, '5 characters at most'],
    [{ text: 'ok', count: 10 }, '9 at most'],
    [{ text: 'ok', count: 1.5 }, 'a whole number'],
    [{ text: 'ok', colour: 'Blue' }, 'one of Red'],
    [{ text: 'ok', other: 1 }, 'no option "other"'],
    [{ text: 'ok', sure: 'yes' }, 'true or false'],
  ])('that the client would not send throw: %j', async (values, message) => {
    await using world = await answering([everything], async () => undefined);
    await expect(world.alice.slash('say all', values)).rejects.toThrow(message);
    await expect(world.alice.slash('say', values)).rejects.toThrow('needs one of: all');
  });
});

const tell = async (interaction: Interaction) => {
  if (!interaction.isChatInputCommand()) return;
  const owners = interaction.authorizingIntegrationOwners;
  await interaction.reply({
    content: JSON.stringify({
      context: interaction.context,
      guild: owners[Installed.GuildInstall] ?? null,
      user: owners[Installed.UserInstall] ?? null,
      member: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? null,
      locale: interaction.locale,
      guildLocale: interaction.guildLocale,
    }),
    flags: MessageFlags.Ephemeral,
  });
};

describe('who is offered a command', () => {
  test('by permission, unless an admin has opened it', async () => {
    const setup = slash('setup', { defaultMemberPermissions: PermissionFlagsBits.ManageGuild });
    await using world = await answering([setup], tell);
    const organiser = world.guild.addMember({ name: 'Mira', locale: 'tr', permissions: ['ManageGuild'] });
    await expect(world.alice.slash('setup')).rejects.toThrow('lack the permission');
    expect((await world.alice.slash('setup', {}, { force: true })).text).toContain('"member":false');
    expect(JSON.parse((await organiser.slash('setup')).text)).toEqual({
      context: Context.Guild,
      guild: world.guild.id,
      user: null,
      member: true,
      locale: 'tr',
      guildLocale: 'en-US',
    });
  });

  test('by place and installation', async () => {
    const personal = slash('today', {
      integrationTypes: [Installed.GuildInstall, Installed.UserInstall],
      contexts: [Context.Guild, Context.BotDM, Context.PrivateChannel],
    });
    const guildOnly = slash('setup', { contexts: [Context.Guild] });
    await using world = await answering([personal, guildOnly], tell);
    await expect(world.alice.dm.slash('setup')).rejects.toThrow('not for context 1');
    expect(JSON.parse((await world.alice.dm.slash('today')).text)).toMatchObject({
      context: Context.BotDM,
      guild: '0',
      user: null,
      member: null,
      guildLocale: null,
    });

    const stranger = world.discord.addPerson({ name: 'Zoe' });
    await expect(stranger.dm.slash('today')).rejects.toThrow('not installed');
    const elsewhere = world.discord.addGuild({ name: 'Elsewhere', bot: false });
    elsewhere.addMember(stranger);
    await expect(stranger.slash('today')).rejects.toThrow('not installed');
    stranger.install();
    const byUser = { guild: null, user: stranger.id };
    expect(JSON.parse((await stranger.dm.slash('today')).text)).toMatchObject({
      context: Context.BotDM,
      ...byUser,
    });
    expect(JSON.parse((await stranger.slash('today')).text)).toMatchObject({
      context: Context.Guild,
      ...byUser,
    });
    const withAlice = stranger.with(world.alice);
    expect(JSON.parse((await withAlice.slash('today')).text)).toMatchObject({
      context: Context.PrivateChannel,
      ...byUser,
    });
  });

  test('an app that only its user has installed sends at most five follow-ups', async () => {
    const spam = slash('spam', { integrationTypes: [Installed.UserInstall], contexts: [Context.BotDM] });
    await using world = await answering([spam], async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('0');
      for (let n = 1; n <= 6; n += 1) await interaction.followUp(String(n));
    });
    const answer = await world.alice.install().dm.slash('spam', {}, { until: 'settled' });
    expect(answer.followUps).toHaveLength(5);
    expect(world.discord.takeRefusals()).toMatchObject([{ code: 40094 }]);
  });
});
