import { ChannelType } from 'discord.js';
import { expect, test } from 'vitest';

import type { PlaygroundEvent } from '../../playground/feed.ts';
import { answering, slash } from './connected.ts';

test('everything is announced: requests, messages with who sees them, interactions, channels', async () => {
  await using world = await answering([slash('today')], async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Yours', flags: 64 });
  });
  const told: PlaygroundEvent[] = [];
  const stop = world.discord.on('event', (event) => told.push(event));
  await world.alice.slash('today', {}, { until: 'settled' });
  world.guild.addChannel({ name: 'study', type: ChannelType.GuildText });
  stop();
  world.guild.addChannel({ name: 'unheard' });
  const said = told.flatMap((event) => {
    if (event.kind === 'request') return `${event.request.method} ${event.request.status}`;
    if (event.kind === 'message') return `${event.change} ${event.message.content} for ${event.seenBy}`;
    if (event.kind === 'interaction') return event.change;
    return event.kind === 'channel' ? `${event.change} #${event.channel.name}` : [];
  });
  expect(said).toEqual([
    'sent',
    `created Yours for ${world.alice.id}`,
    'answered',
    'POST 204',
    'created #study',
  ]);
});
