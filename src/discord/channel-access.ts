import { ChannelType, type Client, PermissionFlagsBits } from 'discord.js';
import type { Words } from '../words/index.ts';
import { isNoMember } from './discord-error.ts';

/** The permissions that the bot needs in its channel. */
export const NEEDED = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
] as const satisfies readonly (keyof typeof PermissionFlagsBits & keyof Words['permission'])[];
export type NeededPermission = (typeof NEEDED)[number];

/** The reason why the bot cannot post in a channel. */
export type ChannelProblem =
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'lacks'; readonly permissions: readonly NeededPermission[] };

/** @returns what keeps the bot from posting in the channel, or null if nothing does */
export function channelProblem(client: Client, guildId: string, channelId: string): ChannelProblem | null {
  const guild = client.guilds.cache.get(guildId);
  const channel = guild?.channels.cache.get(channelId);
  const me = guild?.members.me;
  if (channel === undefined || me === undefined || me === null) return { kind: 'gone' };
  if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement) {
    return { kind: 'not-text' };
  }
  const has = channel.permissionsFor(me);
  const permissions = NEEDED.filter((name) => !has.has(PermissionFlagsBits[name]));
  return permissions.length === 0 ? null : { kind: 'lacks', permissions };
}

/**
 * The role that a guild's posts mention, or null if it was deleted: Discord would show "unknown role". While the
 * guild cannot be reached, the role is assumed to exist.
 */
export function roleThere(client: Client, guildId: string, roleId: string | null): string | null {
  const guild = client.guilds.cache.get(guildId);
  if (roleId === null || guild?.available !== true) return roleId;
  return guild.roles.cache.has(roleId) ? roleId : null;
}

/** Whether the bot may post files in a channel, which only pictures need. True if the channel is unknown. */
export function mayAttach(client: Client, channelId: string): boolean {
  const channel = client.channels.cache.get(channelId);
  if (channel === undefined || channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me === null || channel.permissionsFor(me).has(PermissionFlagsBits.AttachFiles);
}

/**
 * Whether a person may write in a channel of a server now. False in direct messages, and if they have left the
 * server. Asks Discord for their roles, because without a privileged intent it does not tell the bot when these
 * change.
 */
export async function mayWrite(client: Client, channelId: string, userId: string): Promise<boolean> {
  const channel = await client.channels.fetch(channelId);
  if (channel === null || channel.isDMBased() || !channel.isTextBased()) return false;
  try {
    const member = await channel.guild.members.fetch({ user: userId, force: true });
    const send = channel.isThread()
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages;
    return channel.permissionsFor(member).has(PermissionFlagsBits.ViewChannel | send);
  } catch (error) {
    if (isNoMember(error)) return false;
    throw error;
  }
}
