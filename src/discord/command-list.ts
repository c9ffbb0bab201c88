import { Routes } from 'discord.js';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { Env } from '../env.ts';
import { readSetting, writeSetting } from '../store/bot-settings.ts';
import { engineOf } from '../store/engine.ts';
import { isOfShare } from '../store/share.ts';
import type { AnyCommand } from './command.ts';
import { registerOperatorCommands } from './register-operator.ts';
import { type CommandIds, registerCommands } from './register.ts';

const application = z.object({ id: z.string() });

/**
 * Brings Discord's list of commands to this version. Of several processes that start together, only one sends it.
 * @param operatorCommands the commands that only the operator's server has
 */
export async function tellCommandList(
  { client, env, db, share, log }: Pick<App, 'client' | 'db' | 'share' | 'log'> & { readonly env: Env },
  commands: readonly AnyCommand[],
  operatorCommands: readonly AnyCommand[],
): Promise<CommandIds> {
  client.rest.setToken(env.discordToken);
  const { id } = application.parse(await client.rest.get(Routes.currentApplication()));
  const { ids, told } = await engineOf(db).alone(db, 'commands', () =>
    registerCommands(client.rest, id, commands, {
      read: () => readSetting(db, 'commands-hash'),
      write: (hash) => writeSetting(db, 'commands-hash', hash),
    }),
  );
  if (told) log.info({ commands: commands.length }, 'commands registered');
  if (!isOfShare(share, null)) return ids;
  const forOperator = await registerOperatorCommands(client.rest, id, env.operatorGuild, operatorCommands, {
    read: () => readSetting(db, 'operator-guild'),
    write: (guildId) => writeSetting(db, 'operator-guild', guildId),
  });
  if (forOperator === 'refused')
    log.warn('the server of OPERATOR_GUILD has no /status: the bot is not there. Add it, and start again');
  return ids;
}
