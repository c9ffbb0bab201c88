import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';

import type { ChannelJson } from './json.ts';
import { bits, has, permissionsIn, PRIVATE, type PermissionName } from './permissions.ts';
import { refusals } from './refused.ts';
import type { Channel, Guild, User, World } from './world.ts';

const TEXT: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.DM,
  ChannelType.GroupDM,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Whether people can write in a channel. */
export function isText(channel: Channel): boolean {
  return TEXT.has(channel.type);
}

/** Makes a channel of a server and tells the bot. */
export function createChannel(
  world: World,
  guild: Guild,
  fields: { name: string; type: ChannelType; parentId?: string | null; topic?: string | null },
): Channel {
  const channel: Channel = {
    id: world.ids.next(),
    type: fields.type,
    guildId: guild.id,
    name: fields.name,
    topic: fields.topic ?? null,
    position: guild.channels.size,
    parentId: fields.parentId ?? null,
    overwrites: [],
    recipients: [],
    messages: new Map(),
    lastMessageId: null,
    thread: null,
  };
  world.channels.set(channel.id, channel);
  guild.channels.set(channel.id, channel);
  announce(world, channel, 'created');
  return channel;
}

/** Announces to the bot and the feed that a channel or thread was made, changed or deleted. */
export function announce(world: World, channel: Channel, change: 'created' | 'edited' | 'deleted'): void {
  const json = channelJson(channel);
  if (channel.guildId !== null) {
    const event = {
      created: 'CREATE',
      edited: 'UPDATE',
      deleted: 'DELETE',
    }[change];
    const kind = channel.thread ? 'THREAD' : 'CHANNEL';
    const data =
      channel.thread && change === 'deleted'
        ? { id: json.id, guild_id: json.guild_id, parent_id: json.parent_id, type: json.type }
        : { ...json, ...(channel.thread && change === 'created' ? { newly_created: true } : {}) };
    world.dispatch(`${kind}_${event}`, data, { guildId: channel.guildId, intents: GatewayIntentBits.Guilds });
  }
  world.feed.emit({ kind: 'channel', change, channel: json });
}

/** Deletes a channel with its threads and messages. */
export function deleteChannel(world: World, channel: Channel): void {
  for (const other of world.guilds.get(channel.guildId ?? '')?.channels.values() ?? []) {
    if (other.thread && other.parentId === channel.id) deleteChannel(world, other);
  }
  world.channels.delete(channel.id);
  world.guilds.get(channel.guildId ?? '')?.channels.delete(channel.id);
  for (const message of channel.messages.values()) message.deleted = true;
  announce(world, channel, 'deleted');
}

/** A channel as Discord writes it. */
export function channelJson(channel: Channel): ChannelJson {
  const base = { id: channel.id, type: channel.type, flags: 0, last_message_id: channel.lastMessageId };
  if (channel.guildId === null) return { ...base, recipients: channel.recipients.map((user) => user.json) };
  const ofGuild = {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
  };
  if (channel.thread) {
    return {
      ...ofGuild,
      owner_id: channel.thread.ownerId,
      thread_metadata: { ...channel.thread.metadata },
      message_count: channel.messages.size,
      member_count: channel.thread.members.size,
      total_message_sent: channel.thread.sent,
    };
  }
  return {
    ...ofGuild,
    topic: channel.topic,
    nsfw: false,
    position: channel.position,
    permission_overwrites: channel.overwrites.map((overwrite) => ({ ...overwrite })),
  };
}

/** The permissions of a person or the bot in a channel; none if they are not in the server. */
export function permissionsOf(world: World, user: User, channel: Channel): bigint {
  if (channel.guildId === null) return PRIVATE;
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(user.json.id);
  return guild && member ? memberPermissions(world, guild, user, member.roles, channel) : 0n;
}

/** The permissions of a person or the bot in a server, whatever its channels say. */
export function guildPermissionsOf(world: World, user: User, guild: Guild): bigint {
  const member = guild.members.get(user.json.id);
  if (!member) return 0n;
  const ids = new Set([guild.id, ...member.roles]);
  const roles = [...guild.roles.values()].filter((role) => ids.has(role.id));
  const isOwner = guild.ownerId === user.json.id;
  return permissionsIn({ userId: user.json.id, isOwner, guildId: guild.id, roles }, []);
}

/** The permissions of the app in a channel: a member's, or, if only a user has installed it, those of @everyone. */
export function appPermissions(world: World, channel: Channel): bigint {
  const guild = world.guilds.get(channel.guildId ?? '');
  if (!guild || guild.hasBot) return permissionsOf(world, world.bot, channel);
  return memberPermissions(world, guild, world.bot, [], channel);
}

function memberPermissions(
  world: World,
  guild: Guild,
  user: User,
  roles: readonly string[],
  channel: Channel,
): bigint {
  const parent = channel.thread ? guild.channels.get(channel.parentId ?? '') : channel;
  const ids = new Set([guild.id, ...roles]);
  const held = permissionsIn(
    {
      userId: user.json.id,
      isOwner: guild.ownerId === user.json.id,
      guildId: guild.id,
      roles: [...guild.roles.values()].filter((role) => ids.has(role.id)),
    },
    parent?.overwrites ?? [],
  );
  // Only who is in a private thread sees it, and who manages threads.
  const isHidden = channel.type === ChannelType.PrivateThread && !channel.thread?.members.has(user.json.id);
  return isHidden && !has(held, 'ManageThreads') ? 0n : held;
}

/**
 * The channel that the bot asks for.
 * @throws Refused if it does not exist, or if the bot cannot see it
 */
export function reachableChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw refusals.unknownChannel();
  const isMember =
    channel.guildId === null
      ? channel.type === ChannelType.DM
      : (world.guilds.get(channel.guildId)?.hasBot ?? false);
  if (!isMember) throw refusals.missingAccess();
  demand(world, channel, ['ViewChannel']);
  return channel;
}

/** @throws Refused if the bot lacks one of the permissions in the channel */
export function demand(world: World, channel: Channel, names: readonly PermissionName[]): void {
  const held = permissionsOf(world, world.bot, channel);
  for (const name of names) {
    if ((held & bits([name])) !== 0n) continue;
    throw name === 'ViewChannel' ? refusals.missingAccess() : refusals.missingPermissions(name);
  }
}
