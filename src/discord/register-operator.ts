import { type REST, Routes } from 'discord.js';
import type { AnyCommand } from './command.ts';
import { isRefused } from './discord-error.ts';
import type { Memory } from './register.ts';

/**
 * Gives one guild the operator's commands, and removes them from the guild that had them before. If no guild has or
 * had them, no request is sent.
 * @param guildId null if no guild shall have them
 * @param memory stores which guild has them
 * @returns `refused` if Discord refuses, because the bot is not in that guild
 */
export async function registerOperatorCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  commands: readonly AnyCommand[],
  memory: Memory,
): Promise<'registered' | 'refused' | 'none'> {
  const before = await memory.read();
  const tell = async (id: string, body: readonly unknown[]): Promise<boolean> => {
    try {
      await rest.put(Routes.applicationGuildCommands(applicationId, id), { body });
      return true;
    } catch (error) {
      if (isRefused(error)) return false;
      throw error;
    }
  };
  // If the bot has left that guild, the commands are gone already.
  if (before !== null && before !== NO_GUILD && before !== guildId) await tell(before, []);
  if (guildId === null) {
    if (before !== null && before !== NO_GUILD) await memory.write(NO_GUILD);
    return 'none';
  }
  const isTold = await tell(
    guildId,
    commands.map(({ data }) => data),
  );
  await memory.write(isTold ? guildId : NO_GUILD);
  return isTold ? 'registered' : 'refused';
}

const NO_GUILD = '';
