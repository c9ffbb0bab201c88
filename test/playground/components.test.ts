import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ContainerBuilder,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  UserSelectMenuBuilder,
  type Interaction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';

import { answering, slash } from './connected.ts';

type SelectMenuBuilder =
  | StringSelectMenuBuilder
  | UserSelectMenuBuilder
  | RoleSelectMenuBuilder
  | ChannelSelectMenuBuilder;

const row = (component: SelectMenuBuilder) =>
  new ActionRowBuilder<SelectMenuBuilder>().addComponents(component);
const button = (label: string, customId: string) =>
  new ButtonBuilder().setLabel(label).setCustomId(customId).setStyle(ButtonStyle.Secondary);
const panel = async (interaction: Interaction) => {
  if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join(' '));
  else if (interaction.isUserSelectMenu())
    await interaction.reply(interaction.users.map((u) => u.username).join(' '));
  else if (interaction.isRoleSelectMenu())
    await interaction.reply(interaction.roles.map((r) => r.name).join(' '));
  else if (interaction.isChannelSelectMenu())
    await interaction.reply(interaction.channels.map(String).join(' '));
  else if (interaction.isButton()) {
    await interaction.reply({ content: interaction.customId, flags: MessageFlags.Ephemeral });
  } else if (interaction.isChatInputCommand()) {
    await interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      components: [
        new ContainerBuilder()
          .addSectionComponents(
            ...['ACID', 'CDN'].map((topic) => ({
              type: 9 as const,
              components: [{ type: 10 as const, content: topic }],
              accessory: button('Start', `start:${topic}`).toJSON(),
            })),
          )
          .addActionRowComponents(
            row(
              new StringSelectMenuBuilder()
                .setCustomId('days')
                .setPlaceholder('Which days?')
                .setMaxValues(2)
                .addOptions(['mon', 'tue', 'wed'].map((value) => ({ label: value.toUpperCase(), value }))),
            ),
            row(new UserSelectMenuBuilder().setCustomId('people')),
            row(new RoleSelectMenuBuilder().setCustomId('roles')),
            row(
              new ChannelSelectMenuBuilder().setCustomId('channels').setChannelTypes(ChannelType.GuildText),
            ),
          ),
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          button('Later', 'later').setDisabled(true),
          new ButtonBuilder().setLabel('Read').setURL('https://example.org').setStyle(ButtonStyle.Link),
        ),
      ],
    });
  }
};

describe('components of a message', () => {
  test('are used as the client allows it', async () => {
    await using world = await answering([slash('setup')], panel);
    const { alice, guild } = world;
    const answer = await alice.slash('setup');
    expect(answer.buttons).toEqual(['Start', 'Start', 'Later', 'Read']);
    await expect(alice.press(answer, 'Start')).rejects.toThrow('There are 2 buttons "Start"');
    await expect(alice.press(answer, 'Later')).rejects.toThrow('disabled');
    await expect(alice.press(answer, 'Read')).rejects.toThrow('link');
    expect((await alice.press(answer, { label: 'Start', near: 'CDN' })).text).toBe('start:CDN');
    expect((await alice.press(answer, { label: 'Start', at: 0 })).text).toBe('start:ACID');
    expect((await alice.press(answer, { customId: 'tampered' })).text).toBe('tampered');

    expect((await alice.choose(answer, 'Which days?', ['mon', 'WED'])).text).toBe('mon wed');
    await expect(alice.choose(answer, 'days', ['sun'])).rejects.toThrow('does not offer "sun"');
    await expect(alice.choose(answer, 'days', ['mon', 'tue', 'wed'])).rejects.toThrow('1 to 2 values');
    expect((await alice.choose(answer, 'days', ['sun'], { force: true })).text).toBe('sun');

    const role = guild.addRole({ name: 'Learners' });
    expect((await alice.choose(answer, 'people', [alice])).text).toBe('alice');
    expect((await alice.choose(answer, 'roles', [role])).text).toBe('Learners');
    expect((await alice.choose(answer, 'channels', [guild.channel()])).text).toBe(guild.channel().mention);
    const voice = guild.addChannel({ name: 'Lounge', type: ChannelType.GuildVoice });
    await expect(alice.choose(answer, 'channels', [voice])).rejects.toThrow('not offered');
    expect(world.problems).toEqual([]);
  });

  test('for one person cannot be used by others', async () => {
    await using world = await answering([slash('setup')], panel);
    const bob = world.guild.addMember({ name: 'Bob' });
    const answer = await world.alice.slash('setup');
    const personal = await world.alice.press(answer, { label: 'Start', at: 0 });
    await expect(bob.press(personal, { customId: 'mine' })).rejects.toThrow('does not see');
  });
});

describe('a modal', () => {
  const modal = new ModalBuilder({
    custom_id: 'setup',
    title: 'Set up',
    components: [
      {
        type: 18,
        label: 'Note',
        component: { type: 4, custom_id: 'note', style: 2, required: false, max_length: 10 },
      },
      {
        type: 18,
        label: 'Days',
        component: {
          type: 3,
          custom_id: 'days',
          max_values: 2,
          options: ['mon', 'tue'].map((value) => ({ label: value, value, default: value === 'tue' })),
        },
      },
      {
        type: 18,
        label: 'Files',
        component: { type: 19, custom_id: 'files', min_values: 0, max_values: 1, required: false },
      },
      {
        type: 18,
        label: 'Language',
        component: {
          type: 21,
          custom_id: 'language',
          options: ['en', 'tr'].map((value) => ({ label: value, value })),
        },
      },
      {
        type: 18,
        label: 'Parts',
        component: {
          type: 22,
          custom_id: 'parts',
          min_values: 1,
          options: ['a', 'b'].map((value) => ({ label: value, value })),
        },
      },
    ],
  });

  test('has every kind of field', async () => {
    await using world = await answering([slash('setup')], async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(modal);
      if (!interaction.isModalSubmit()) return;
      const { fields } = interaction;
      await interaction.reply(
        JSON.stringify([
          fields.getTextInputValue('note'),
          fields.getStringSelectValues('days'),
          fields.getUploadedFiles('files')?.map((file) => file.name) ?? [],
          fields.getRadioGroup('language'),
          fields.getCheckboxGroup('parts'),
        ]),
      );
    });
    const { alice } = world;
    const opened = await alice.slash('setup');
    expect(opened.text).toContain('Language');
    await expect(alice.fill(opened, { Parts: ['a'] })).rejects.toThrow('"Language" must be answered');
    await expect(alice.fill(opened, { Language: 'en' })).rejects.toThrow('"Parts" takes 1 to 2');
    await expect(alice.fill(opened, { Nonsense: 'x' })).rejects.toThrow('no field "Nonsense"');
    const some = await alice.fill(opened, { Language: 'tr', Parts: ['b'] });
    expect(some.text).toBe('["",["tue"],[],"tr",["b"]]');
    const all = await alice.fill(opened, {
      note: 'Hello',
      Days: ['mon', 'tue'],
      Files: [{ name: 'list.md', content: '-' }],
      Language: 'en',
      Parts: ['a', 'b'],
    });
    expect(all.text).toBe('["Hello",["mon","tue"],["list.md"],"en",["a","b"]]');
    expect(world.problems).toEqual([]);
  });

  test('cannot follow a deferral or another modal', async () => {
    const refused = Promise.withResolvers<unknown>();
    await using world = await answering([slash('setup')], async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(modal);
      if (!interaction.isModalSubmit()) return;
      const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
      const body = { type: 9, data: modal.toJSON() };
      await world.client.rest.post(path, { auth: false, body }).catch(refused.resolve);
    });
    const filling = world.alice.fill(await world.alice.slash('setup'), { Language: 'en', Parts: ['a'] });
    await refused.promise;
    world.discord.expire();
    expect((await filling).failed).toBe('refused');
    expect(world.discord.takeRefusals()).toMatchObject([{ code: 50035 }]);
  });
});

describe('menus', () => {
  test('of a message and of a person', async () => {
    const commands = [
      { name: 'Attach as proof', type: ApplicationCommandType.Message as const },
      { name: 'Progress', type: ApplicationCommandType.User as const },
    ];
    await using world = await answering(commands, async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
      if (interaction.isUserContextMenuCommand()) await interaction.reply(interaction.targetUser.username);
    });
    const said = world.guild.channel().send(world.alice, 'All or nothing');
    expect((await world.alice.menu('Attach as proof', said)).text).toBe('All or nothing');
    const bob = world.guild.addMember({ name: 'Bob' });
    const answer = await world.alice.menu('Progress', bob);
    expect(answer.text).toBe('bob');
    expect(answer.message).toMatchObject({ type: 23, interaction_metadata: { target_user: { id: bob.id } } });
  });
});
