import { PermissionFlagsBits } from 'discord.js';
import type { Call } from './command.ts';
import { Refusal } from './refusal.ts';
import { onlyInServerView, onlyOrganisersView } from '../view/failure.ts';

/**
 * Checks that an organiser asks. Discord hides organisers' commands, but a server can override that in its settings,
 * so each handler checks here.
 * @returns the guild's id
 * @throws Refusal outside of servers, and for a person without the permission to manage the server
 */
export function organiserGuild(call: Call): string {
  const { guildId } = call;
  if (guildId !== null && mayOrganise(call)) return guildId;
  throw new Refusal(guildId === null ? onlyInServerView : onlyOrganisersView);
}

/** Whether the person may manage the server that they are in. Never in direct messages. */
export function mayOrganise({ guildId, interaction }: Call): boolean {
  return guildId !== null && interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}

/**
 * @returns the guild's id
 * @throws Refusal outside of servers
 */
export function memberGuild({ guildId }: Pick<Call, 'guildId'>): string {
  if (guildId !== null) return guildId;
  throw new Refusal(onlyInServerView);
}
