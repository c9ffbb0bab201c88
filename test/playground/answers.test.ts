import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ChatInputCommandInteraction,
  type Interaction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';

import { answering, slash } from './connected.ts';

const COMMANDS = [
  {
    name: 'done',
    description: 'Ticks a topic off',
    options: [
      {
        type: ApplicationCommandOptionType.String as const,
        name: 'topic',
        description: 'The topic',
        required: true,
        autocomplete: true,
      },
    ],
  },
];

const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
const button = (label: string, customId = label.toLowerCase()) =>
  new ButtonBuilder().setLabel(label).setCustomId(customId).setStyle(ButtonStyle.Primary);

describe('a bot can answer a slash command with', () => {
  test('a reply', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(`Done: ${interaction.options.getString('topic', true)}`);
    });
    const answer = await world.alice.slash('done', { topic: 'acid' });
    expect(answer.text).toBe('Done: acid');
    expect(answer.ephemeral).toBe(false);
    expect(world.guild.channel().lastMessage()).toMatchObject({ content: 'Done: acid', type: 20 });
  });

  test('a reply for the user only, which nobody else and no request can see', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'Between us', flags: MessageFlags.Ephemeral });
    });
    const bob = world.guild.addMember({ name: 'Bob' });
    const answer = await world.alice.slash('done', { topic: 'acid' });
    expect(answer.ephemeral).toBe(true);
    expect(world.guild.channel().messages).toEqual([]);
    expect(world.alice.sees().map((message) => message.content)).toEqual(['Between us']);
    expect(bob.sees()).toEqual([]);
  });

  test('a deferral, an edit and a follow-up', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('Here it is');
      await interaction.followUp({ content: 'And more', flags: MessageFlags.Ephemeral });
    });
    const answer = await world.alice.slash('done', { topic: 'acid' }, { until: 'settled' });
    expect(answer.text).toBe('Here it is');
    expect(answer.followUps.map((message) => message.content)).toEqual(['And more']);
  });

  test('a follow-up right after a deferral, which fills the deferred reply and is as private', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp('For all?');
      await interaction.followUp('For all.');
    });
    const answer = await world.alice.slash('done', { topic: 'acid' }, { until: 'settled' });
    expect([answer.text, answer.ephemeral]).toEqual(['For all?', true]);
    expect(world.guild.channel().messages.map(({ content }) => content)).toEqual(['For all.']);
  });

  test('buttons that update the message, and components of the newer kind', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (interaction.isButton()) {
        await interaction.update({
          components: [
            new ContainerBuilder().addTextDisplayComponents(new TextDisplayBuilder({ content: 'Undone' })),
          ],
        });
      }
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({
        flags: MessageFlags.IsComponentsV2,
        components: [
          new ContainerBuilder()
            .addTextDisplayComponents(new TextDisplayBuilder({ content: '## ACID' }))
            .addActionRowComponents(row(button('Undo'))),
        ],
        withResponse: true,
      });
      expect(response.resource?.message?.id).toBe(response.interaction.responseMessageId);
    });
    const answer = await world.alice.slash('done', { topic: 'acid' });
    expect(answer.text).toBe('## ACID');
    expect(answer.buttons).toEqual(['Undo']);
    await expect(world.alice.press(answer, 'Redo')).rejects.toThrow(
      'There is no button "Redo" here, but: Undo.',
    );
    const pressed = await world.alice.press(answer, 'Undo');
    expect(pressed.text).toBe('Undone');
    expect(answer.text).toBe('Undone');
    expect(world.problems).toEqual([]);
  });

  test('a modal, which a person fills in', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (interaction.isModalSubmit()) {
        await interaction.reply(interaction.fields.getTextInputValue('proof'));
      }
      if (!interaction.isChatInputCommand()) return;
      await interaction.showModal(
        new ModalBuilder()
          .setCustomId('prove')
          .setTitle('Prove it')
          .addLabelComponents(
            new LabelBuilder()
              .setLabel('Your words')
              .setTextInputComponent(
                new TextInputBuilder().setCustomId('proof').setStyle(TextInputStyle.Short).setMaxLength(20),
              ),
          ),
      );
    });
    const answer = await world.alice.slash('done', { topic: 'acid' });
    expect(answer.modal?.title).toBe('Prove it');
    await expect(world.alice.fill(answer, { 'Your words': 'x'.repeat(21) })).rejects.toThrow(
      '20 characters at most',
    );
    await expect(world.alice.fill(answer, {})).rejects.toThrow('must be filled in');
    expect((await world.alice.fill(answer, { 'Your words': 'All or nothing' })).text).toBe('All or nothing');
  });

  test('suggestions while a person types', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: `ACID for ${interaction.options.getFocused()}`, value: 'acid' }]);
      }
      if (interaction.isChatInputCommand())
        await interaction.reply(interaction.options.getString('topic', true));
    });
    expect(await world.alice.type('done', { topic: 'aci' })).toEqual([
      { name: 'ACID for aci', value: 'acid' },
    ]);
    expect((await world.alice.slash('done', { topic: 'aci' }, { confirm: true })).text).toBe('acid');
  });

  test('suggestions whose name some clients send instead of the value', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: 'ACID · Databases', value: 'acid' }]);
      if (interaction.isChatInputCommand())
        await interaction.reply(interaction.options.getString('topic', true));
    });
    const done = async () => (await world.alice.slash('done', { topic: 'aci' }, { confirm: true })).text;
    world.alice.sendsLabels();
    expect(await done()).toBe('ACID · Databases');
    world.alice.sendsLabels(false);
    expect(await done()).toBe('acid');
  });

  test('nothing: the person is told, and a later answer is too late', async () => {
    let held: ChatInputCommandInteraction | undefined;
    const keep = async (interaction: Interaction) => {
      if (interaction.isChatInputCommand()) held = interaction;
    };
    await using world = await answering(COMMANDS, keep, { answerWithin: 50 });
    const answer = await world.alice.slash('done', { topic: 'acid' }, { until: 'settled' });
    expect(answer.failed).toBe('no answer');
    await expect(held?.reply('Sorry')).rejects.toMatchObject({ code: 10062 });
    expect(answer.failed).toBe('too late');
    expect(world.discord.takeRefusals().map((refusal) => refusal.code)).toEqual([10062]);
  });

  test('two first responses: the second one is refused', async () => {
    await using world = await answering(COMMANDS, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('Once');
    });
    const answer = await world.alice.slash('done', { topic: 'acid' });
    await world.discord.replay(answer);
    expect(world.problems).toMatchObject([{ code: 40060 }]);
    expect(world.discord.takeRefusals().map((refusal) => refusal.code)).toEqual([40060]);
    expect(world.guild.channel().messages).toHaveLength(1);
  });
});

const defer = async (interaction: Interaction) => {
  if (interaction.isChatInputCommand()) await interaction.deferReply();
};

describe('an answer', () => {
  test('can be edited and followed up for fifteen minutes', async () => {
    let held: ChatInputCommandInteraction | undefined;
    await using world = await answering([slash('today')], async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      held = interaction;
      await interaction.reply('Now');
    });
    const answer = await world.alice.slash('today', {}, { until: 'settled' });
    world.clock.advance(15 * 60_000);
    await held?.editReply('Still');
    expect(answer.text).toBe('Still');
    world.clock.advance(1);
    await expect(held?.editReply('Too late')).rejects.toMatchObject({ code: 50027, status: 401 });
    await expect(held?.followUp('Too late')).rejects.toMatchObject({ code: 50027 });
    expect(world.discord.takeRefusals()).toHaveLength(2);
    // Only the interaction's token has expired. The bot's own token still works.
    await world.client.users.fetch(world.alice.id, { force: true });
  });

  test('that is deferred and never finished is noticed', async () => {
    await using world = await answering([slash('today')], defer, { finishWithin: 50 });
    const answer = await world.alice.slash('today');
    expect(answer.failed).toBe('never finished');
    expect(answer.message?.flags).toBe(MessageFlags.Loading);
  });

  test('before the first response is refused', async () => {
    await using world = await answering([slash('today')], async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.webhook.send('Too early').catch(() => undefined);
      await interaction.reply('Now');
    });
    expect((await world.alice.slash('today')).text).toBe('Now');
    expect(world.discord.takeRefusals()).toMatchObject([{ code: 10015 }]);
  });
});
