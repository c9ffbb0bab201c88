import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/** What discord.js itself takes: a bot with default options that answers at once, and reads and keeps nothing. */
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  // This is the only option that is no default. The local Discord refuses messages that do not say who is pinged.
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
