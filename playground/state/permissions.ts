import { PermissionFlagsBits } from 'discord-api-types/v10';

import type { OverwriteJson } from './json.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** The bits of named permissions. */
export function bits(names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
}

/** Whether a permission is among these bits. */
export function has(permissions: bigint, name: PermissionName): boolean {
  return (permissions & PermissionFlagsBits[name]) !== 0n;
}

/** The permissions of @everyone in a new server that matter for a study bot. */
export const EVERYONE = bits([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'UseExternalApps',
  'ChangeNickname',
  'CreateInstantInvite',
  'Connect',
]);

/** The permissions of an invited bot by default. */
export const INVITED_BOT = bits([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'CreateEvents',
  'Connect',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseExternalEmojis',
]);

/** The permissions of everybody in a private conversation. */
export const PRIVATE = bits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseExternalEmojis',
  'UseApplicationCommands',
]);

/** A member with their roles. The @everyone role of a server has the server's own id. */
export interface Asker {
  userId: string;
  isOwner: boolean;
  guildId: string;
  roles: readonly { id: string; permissions: string }[];
}

/**
 * The permissions of a member in a channel, computed as Discord documents it: the roles together, then the overwrites
 * for @everyone, for the roles together, and for the member. If the channel cannot be seen or written to, the
 * permissions that depend on this are removed.
 */
export function permissionsIn(asker: Asker, overwrites: readonly OverwriteJson[]): bigint {
  const base = asker.roles.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if (asker.isOwner || has(base, 'Administrator')) return ALL;

  const roleIds = new Set(asker.roles.map((role) => role.id));
  const ofEveryone = overwrites.filter((o) => o.id === asker.guildId);
  const ofRoles = overwrites.filter((o) => o.type === 0 && o.id !== asker.guildId && roleIds.has(o.id));
  const ofMember = overwrites.filter((o) => o.type === 1 && o.id === asker.userId);
  let result = base;
  for (const layer of [ofEveryone, ofRoles, ofMember]) {
    const denied = layer.reduce((sum, o) => sum | BigInt(o.deny), 0n);
    const allowed = layer.reduce((sum, o) => sum | BigInt(o.allow), 0n);
    result = (result & ~denied) | allowed;
  }
  if (!has(result, 'ViewChannel')) return 0n;
  if (!has(result, 'SendMessages'))
    result &= ~bits(['MentionEveryone', 'SendTTSMessages', 'AttachFiles', 'EmbedLinks']);
  return result;
}
