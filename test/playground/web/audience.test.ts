import { once } from 'node:events';
import { createServer } from 'node:http';
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { gatherAudience } from '../../../playground/web/audience.ts';
import type { Push } from '../../../playground/web/protocol.ts';
import { answering, slash } from '../connected.ts';

test('a new page does not get earlier private answers, and an edit does not bring them back', async () => {
  let held: ChatInputCommandInteraction | undefined;
  await using world = await answering([slash('mine'), slash('again')], async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    if (interaction.commandName === 'mine') {
      await interaction.reply({ content: 'Between us', flags: MessageFlags.Ephemeral });
      held = interaction;
    } else await interaction.reply('For all');
  });
  const you = { id: world.alice.id, name: 'Alice', locale: 'en-GB', timeZone: 'UTC', about: 'member' };
  const audience = gatherAudience(world.discord, { cast: [you], ideas: [] }, new Map());
  const server = createServer((_request, response) => audience.welcome(you, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  /** Opens a page, and returns the messages that it was sent so far. */
  const open = async () => {
    const response = await fetch(`http://127.0.0.1:${port}`);
    const told: string[] = [];
    const reading = (async () => {
      let text = '';
      for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += part;
        for (const line of text.split('\n\n').slice(0, -1)) {
          const push: Push = JSON.parse(line.slice('data: '.length));
          if (push.kind === 'message') told.push(push.message.json.content);
          if (push.kind === 'messages') told.push(...push.messages.map(({ json }) => json.content));
        }
        text = text.split('\n\n').at(-1) ?? '';
      }
    })();
    return { told, reading };
  };

  const first = await open();
  await world.alice.slash('mine', {}, { until: 'settled' });
  await world.alice.slash('again', {}, { until: 'settled' });
  const second = await open();
  await held?.editReply('Still between us');
  await world.alice.slash('again', {}, { until: 'settled' });
  audience.close();
  await Promise.all([first.reading, second.reading]);
  server.close();
  expect(first.told).toEqual(['Between us', 'For all', 'Still between us', 'For all']);
  expect(second.told).toEqual(['For all', 'For all']);
});
