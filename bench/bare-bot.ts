import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/** What ours is measured against: a discord.js bot with the options that a reader would leave alone, and nothing to do. */
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  // The only one that is not a default: the local Discord refuses messages that leave it open who is pinged.
  allowedMentions: { parse: [] },
  rest: { api: process.env['DISCORD_API'] ?? '', cdn: process.env['DISCORD_CDN'] ?? '' },
});

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete()) void interaction.respond([{ name: 'ACID', value: 'acid' }]);
  if (!interaction.isChatInputCommand()) return;
  void interaction.reply({ content: 'Done.', flags: MessageFlags.Ephemeral });
});
process.once('SIGTERM', () => void client.destroy());

await client.login(process.env['DISCORD_TOKEN']);
