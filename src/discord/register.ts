import { createHash } from 'node:crypto';
import { type APIApplicationCommand, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { AnyCommand } from './command.ts';

/** Stores the hash of the command list that Discord has. */
export interface Memory {
  read(): Promise<string | null>;
  write(hash: string): Promise<void>;
}

/** The ids that Discord gave the commands, by name. */
export type CommandIds = ReadonlyMap<string, string>;

const registered = z.array(z.object({ id: z.string(), name: z.string() }));

/**
 * Sends Discord the command list if it has changed since the last time, or else only asks for the ids. Discord allows
 * 200 new commands a day, so a restart must not register them again.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly AnyCommand[],
  memory: Memory,
): Promise<{ ids: CommandIds; told: boolean }> {
  const list = commands.map((command) => command.data);
  const hash = createHash('sha256')
    .update(`${applicationId}\n${JSON.stringify(list)}`)
    .digest('hex');
  if ((await memory.read()) === hash) {
    const ids = idsOf(await rest.get(Routes.applicationCommands(applicationId)));
    // Another program may have changed the list. It is then sent again.
    if (list.length === ids.size && list.every((command) => ids.has(command.name)))
      return { ids, told: false };
  }
  const ids = await tellCommands(rest, applicationId, commands);
  await memory.write(hash);
  return { ids, told: true };
}

/** Sends Discord the command list. It replaces the list that Discord had. */
export async function tellCommands(
  rest: REST,
  applicationId: string,
  commands: readonly AnyCommand[],
): Promise<CommandIds> {
  const body = commands.map((command) => command.data);
  return idsOf(await rest.put(Routes.applicationCommands(applicationId), { body }));
}

function idsOf(answer: unknown): CommandIds {
  return new Map(
    registered.parse(answer).map(({ id, name }: Pick<APIApplicationCommand, 'id' | 'name'>) => [name, id]),
  );
}
