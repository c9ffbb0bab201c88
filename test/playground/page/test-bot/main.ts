/**
 * A small bot that sends one of everything, so that tests can see the page render it. It is started as the playground
 * starts Roadmate.
 */
import {
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
} from 'discord.js';
import { commands } from './commands.ts';
import { everyModal, otherModal } from './modal.ts';
import { buttons, embeds, MARKDOWN, moreComponents, picture } from './show.ts';

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  allowedMentions: { parse: [] },
  rest: { api: process.env['DISCORD_API'] ?? '', cdn: process.env['DISCORD_CDN'] ?? '' },
});

/** The interaction to which `slow` owes its answer. `silent` gives that answer, so that the deferral is seen before. */
let owed: ChatInputCommandInteraction | undefined;

const PLANETS = ['Mercury', 'Venus', 'Earth', 'Mars', 'Jupiter', 'Saturn', 'Uranus', 'Neptune'];

async function answerCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  const subcommand = interaction.options.getSubcommand(false);
  switch (subcommand ?? interaction.commandName) {
    case 'markdown':
      await interaction.reply({ content: MARKDOWN(interaction), flags: MessageFlags.Ephemeral });
      break;
    case 'embeds':
      await interaction.reply({ content: 'Two embeds', embeds: embeds(), files: [picture()] });
      break;
    case 'components':
      await interaction.reply({
        flags: MessageFlags.IsComponentsV2,
        components: moreComponents(),
        files: [picture(), { name: 'notes.md', attachment: Buffer.from('# Notes\n') }],
      });
      break;
    case 'buttons':
      await interaction.reply({ content: 'Press one', components: buttons() });
      break;
    case 'modal':
      await interaction.showModal(
        interaction.options.getBoolean('other') === true ? otherModal() : everyModal(),
      );
      break;
    case 'slow':
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      owed = interaction;
      break;
    case 'silent':
      await owed?.editReply('It took a while');
      break;
    case 'planet': {
      const name = interaction.options.getString('name', true);
      const all = interaction.options.data.map((option) => `${option.name}=${String(option.value)}`);
      const who = interaction.options.getUser('who');
      const whom = who === null ? '' : ` for <@${who.id}>`;
      await interaction.reply(`You chose **${name}** (${all.join(', ')})${whom}`);
      break;
    }
    case 'thread': {
      const answer = await interaction.reply({ content: 'Let us discuss', withResponse: true });
      const thread = await answer.resource?.message?.startThread({ name: 'Planets' });
      await thread?.send('First!');
      break;
    }
  }
}

async function complete(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused().toLowerCase();
  const found = PLANETS.filter((planet) => planet.toLowerCase().includes(typed));
  await interaction.respond(found.map((planet) => ({ name: planet, value: planet.toUpperCase() })));
}

async function respond(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction);
  if (interaction.isChatInputCommand()) return answerCommand(interaction);
  if (interaction.isContextMenuCommand()) {
    await interaction.reply({ content: `About ${interaction.targetId}`, flags: MessageFlags.Ephemeral });
  } else if (interaction.isModalSubmit()) {
    const values = [...interaction.fields.fields.values()].map((field) => JSON.stringify(field));
    await interaction.reply({
      content: `Thank you: ${values.join(' ')}`.slice(0, 1900),
      flags: MessageFlags.Ephemeral,
    });
  } else if (interaction.isButton() && interaction.customId === 'section') {
    await interaction.reply({ content: 'Started', flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton() && interaction.customId !== 'silent') {
    await interaction.update({ content: `You pressed ${interaction.customId}` });
  } else if (interaction.isAnySelectMenu()) {
    await interaction.reply({
      content: `Chosen: ${interaction.values.join(', ')}`,
      flags: MessageFlags.Ephemeral,
    });
  }
}

client.on(Events.InteractionCreate, (interaction) => {
  respond(interaction).catch((error: unknown) => console.error(error));
});
client.once(Events.ClientReady, (ready) => {
  void ready.application.commands.set(commands);
});
process.on('SIGTERM', () => void client.destroy());
await client.login(process.env['DISCORD_TOKEN']);
