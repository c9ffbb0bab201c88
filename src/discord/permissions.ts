import { PermissionFlagsBits } from 'discord.js';
import type { Call } from './command.ts';
import { Refusal } from './refusal.ts';
import { onlyInServerView, onlyOrganisersView } from '../view/failure.ts';

/**
 * For organisers' commands: Discord's own gate can be overridden in a server's settings, so each handler asks here.
 * @returns the guild's id
 * @throws Refusal for anybody without the permission to manage the server, and outside of servers
 */
export function organiserGuild(call: Call): string {
  const { guildId } = call;
  if (guildId !== null && mayOrganise(call)) return guildId;
  throw new Refusal(guildId === null ? onlyInServerView : onlyOrganisersView);
}

/** Whether the person who asks may manage the server that they are in: never in direct messages. */
export function mayOrganise({ guildId, interaction }: Call): boolean {
  return guildId !== null && interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}

/** @throws Refusal outside of servers */
export function memberGuild({ guildId }: Pick<Call, 'guildId'>): string {
  if (guildId !== null) return guildId;
  throw new Refusal(onlyInServerView);
}
