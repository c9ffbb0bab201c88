import {
  Client,
  GatewayIntentBits,
  type ApplicationCommandDataResolvable,
  type ClientOptions,
  type Interaction,
} from 'discord.js';

import { makeClock } from '../../playground/clock.ts';
import { startLocalDiscord, type LocalDiscordOptions } from '../../playground/discord.ts';
import { PATIENCE } from '../patience.ts';

/** A client as every bot makes it, with the local Discord as its address. */
export function makeClient(
  discord: { api: string; cdn: string },
  options: Partial<ClientOptions> = {},
): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: discord.api, cdn: discord.cdn },
    ...options,
  });
}

/**
 * A local Discord with a server, and an unmodified discord.js client that has logged in to it. Disposing of it ends
 * both. It throws if the client sent something that was refused, and the test did not take the refusal.
 */
export async function connected(
  options: LocalDiscordOptions = {},
  clientOptions: Partial<ClientOptions> = {},
) {
  const clock = makeClock('2026-11-23T09:00:00Z');
  const discord = await startLocalDiscord({
    clock,
    answerWithin: PATIENCE,
    finishWithin: PATIENCE,
    ...options,
  });
  const guild = discord.addGuild({ name: 'Study group' });
  const alice = guild.addMember({ name: 'Alice' });
  const client = makeClient(discord, clientOptions);
  const ready = new Promise<Client<true>>((resolve) => {
    client.once('clientReady', resolve);
  });
  await client.login(discord.token);
  return {
    clock,
    discord,
    guild,
    alice,
    client: await ready,
    async [Symbol.asyncDispose]() {
      await client.destroy();
      await discord.stop();
    },
  };
}

/**
 * A world whose bot has some commands and handles interactions as the test says. Errors of its handlers are collected.
 */
export async function answering(
  commands: readonly ApplicationCommandDataResolvable[],
  handle: (interaction: Interaction) => Promise<unknown>,
  patience: Pick<LocalDiscordOptions, 'answerWithin' | 'finishWithin'> = {},
) {
  const world = await connected(patience);
  await world.client.application.commands.set(commands);
  const problems: unknown[] = [];
  world.client.on('interactionCreate', (interaction) => {
    handle(interaction).catch((error: unknown) => problems.push(error));
  });
  return { ...world, problems };
}

/** A slash command with a description. */
export const slash = (name: string, more: object = {}): ApplicationCommandDataResolvable => ({
  name,
  description: name,
  ...more,
});
