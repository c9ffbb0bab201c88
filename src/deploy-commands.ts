import process from 'node:process';
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { commands } from '../commands/index.ts';
import { isTokenRefused, loggable, TokenRefused } from './discord/discord-error.ts';
import { tellCommands } from './discord/register.ts';
import { EnvError, readEnv } from './env.ts';

// The bot registers its commands at its start if the list has changed. This program lets an operator do it separately.
try {
  const env = readEnv(process.env);
  const rest = new REST({ api: env.discordApi }).setToken(env.discordToken);
  const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
  const ids = await tellCommands(rest, id, commands);
  console.log(`${ids.size} commands registered: ${[...ids.keys()].map((name) => `/${name}`).join(' ')}`);
} catch (error) {
  const isConfig = error instanceof EnvError || isTokenRefused(error);
  if (error instanceof EnvError) for (const problem of error.problems) console.error(problem);
  else if (isConfig) console.error(new TokenRefused().message);
  else
    console.error('The commands could not be registered. Is Discord reachable from here?', loggable(error));
  process.exitCode = isConfig ? 78 : 69;
}
