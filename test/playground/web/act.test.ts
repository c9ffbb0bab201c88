import { ApplicationCommandOptionType as Option } from 'discord.js';
import { expect, test } from 'vitest';
import { perform, type Stage } from '../../../playground/web/act.ts';
import { answering, slash } from '../connected.ts';

const DONE = slash('done', {
  options: [{ type: Option.String, name: 'topic', description: 'topic', required: true, autocomplete: true }],
});

test.each([
  [false, 'acid'],
  [true, 'ACID · Databases'],
])('a client that sends labels (%j) sends for a chosen suggestion: %s', async (labels, expected) => {
  const got: string[] = [];
  await using world = await answering([DONE], async (interaction) => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: 'ACID · Databases', value: 'acid' }]);
    if (!interaction.isChatInputCommand()) return;
    got.push(interaction.options.getString('topic', true));
    await interaction.reply('Done');
  });
  const stage: Stage = {
    discord: world.discord,
    setClock: () => Promise.resolve(),
    modals: new Map(),
    suggested: new Map(),
  };
  const channelId = world.guild.channel().id;
  world.alice.sendsLabels(labels);
  const act = async (what: 'slash' | 'autocomplete', topic: string) =>
    perform(stage, world.alice.id, {
      do: what,
      channelId,
      command: 'done',
      options: { topic },
      focused: 'topic',
    });
  await act('autocomplete', 'aci');
  await act('slash', 'acid');
  // A text that was typed and not chosen from the list is sent as it is.
  await act('slash', 'typed');
  expect(got).toEqual([expected, 'typed']);
});
