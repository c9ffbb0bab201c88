import { ApplicationCommandOptionType as Option, ChannelType } from 'discord.js';
import { expect, test } from 'vitest';
import { perform, type Stage } from '../../../playground/web/act.ts';
import { viewWorld } from '../../../playground/web/view.ts';
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

test('a person joins and leaves a voice channel, and everybody sees who is there', async () => {
  await using world = await answering([DONE], () => Promise.resolve());
  const { discord, guild, alice } = world;
  const stage: Stage = {
    discord,
    setClock: () => Promise.resolve(),
    modals: new Map(),
    suggested: new Map(),
  };
  const room = guild.addChannel({ name: 'Library', type: ChannelType.GuildVoice });
  const you = { id: alice.id, name: 'Alice', locale: 'en-US', timeZone: 'UTC', about: 'member' };
  const seen = () =>
    viewWorld(discord.world, { cast: [you], ideas: [] }, you)
      ?.guilds.flatMap(({ channels }) => channels)
      .find(({ id }) => id === room.id);
  const changes: string[] = [];
  discord.on('event', ({ kind }) => changes.push(kind));
  const move = (channelId: string | null) =>
    perform(stage, alice.id, { do: 'voice', guildId: guild.id, channelId });
  expect(seen()).toMatchObject({ kind: 'voice', open: true, inVoice: [] });
  expect(await move(room.id)).toEqual({ kind: 'done' });
  expect(seen()?.inVoice).toEqual([alice.id]);
  expect(await move(null)).toEqual({ kind: 'done' });
  expect(seen()?.inVoice).toEqual([]);
  expect(changes.filter((kind) => kind === 'voice')).toHaveLength(2);
  // A text channel cannot be joined, nor one that is closed to them.
  expect(await move(guild.channel().id)).toMatchObject({ kind: 'refused' });
  room.deny('everyone', ['Connect']);
  expect(seen()?.open).toBe(false);
  expect(await move(room.id)).toMatchObject({ kind: 'refused' });
});
