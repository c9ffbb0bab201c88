import type { ApplicationCommandType } from 'discord-api-types/v10';

import { isText, permissionsOf } from '../state/channels.ts';
import { contextOf } from '../state/interactions.ts';
import type { CommandJson } from '../state/json.ts';
import { has } from '../state/permissions.ts';
import type { Channel, User, World } from '../state/world.ts';

/** The first text channel that a person sees, in the first of their servers. */
export function firstPlace(world: World, user: User): Channel {
  for (const guild of world.guilds.values()) {
    if (!guild.members.has(user.json.id)) continue;
    const first = [...guild.channels.values()].find(
      (channel) => isText(channel) && has(permissionsOf(world, user, channel), 'ViewChannel'),
    );
    if (first) return first;
  }
  throw new Error(`${user.json.username} is in no server with a text channel.`);
}

/** The command of that name and kind in a place: the server's own, or the global one. */
export function knownCommand(
  world: World,
  name: string,
  kind: ApplicationCommandType,
  place: Channel,
): CommandJson {
  const known = [...world.commands.values()].filter(
    (command) =>
      command.type === kind && (command.guild_id === undefined || command.guild_id === place.guildId),
  );
  const command = known.find((each) => each.name === name);
  if (!command)
    throw new Error(`There is no command "${name}", but: ${known.map((each) => each.name).join(', ')}.`);
  return command;
}

/** @throws Error if Discord's client does not offer the command to this person in this place */
export function refuseUnlessOffered(world: World, command: CommandJson, user: User, place: Channel): void {
  const context = contextOf(world, place);
  const refuse = (why: string): never => {
    throw new Error(`/${command.name} is not offered to ${user.json.username}: ${why}.`);
  };
  if (command.contexts && !command.contexts.includes(context)) refuse(`it is not for context ${context}`);
  if (Object.keys(ownersOf(world, command, user, place)).length === 0) refuse('it is not installed here');
  const held = permissionsOf(world, user, place);
  if (!has(held, 'UseApplicationCommands')) refuse('they may not use commands here');
  if (place.guildId === null || command.default_member_permissions === null) return;
  const needed = BigInt(command.default_member_permissions);
  const isForAdministrators = needed === 0n;
  if ((held & needed) !== needed || (isForAdministrators && !has(held, 'Administrator'))) {
    refuse('they lack the permission for it');
  }
}

/** The installations through which a person has a command in a place: the server's (`0`), their own (`1`). */
export function ownersOf(
  world: World,
  command: CommandJson,
  user: User,
  place: Channel,
): Record<string, string> {
  const context = contextOf(world, place);
  const guild = place.guildId === null ? undefined : world.guilds.get(place.guildId);
  const sharesGuild = [...world.guilds.values()].some(
    (each) => each.hasBot && each.members.has(user.json.id),
  );
  const isByGuild = context === 0 ? guild?.hasBot : context === 1 && sharesGuild;
  return {
    ...(isByGuild && command.integration_types.includes(0) ? { '0': guild?.id ?? '0' } : {}),
    ...(user.installed && command.integration_types.includes(1) ? { '1': user.json.id } : {}),
  };
}
