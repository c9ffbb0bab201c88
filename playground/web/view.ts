import { ApplicationCommandType, ChannelType } from 'discord-api-types/v10';
import { permissionsOf } from '../state/channels.ts';
import { contextOf } from '../state/interactions.ts';
import type { CommandJson } from '../state/json.ts';
import { messageJson } from '../state/messages.ts';
import { privateChannel } from '../state/people.ts';
import { has } from '../state/permissions.ts';
import type { Channel, Guild, StoredMessage, User, World } from '../state/world.ts';
import type { Cast } from './cast.ts';
import type { ChannelView, GuildView, MessageView, PersonView, WorldView } from './protocol.ts';

/** What the page shows beside what Discord knows. */
export interface Scene {
  readonly cast: Cast;
  readonly ideas: readonly string[];
}

/** Everything that a person sees, without the messages; null if there is no such person. */
export function viewWorld(world: World, scene: Scene, you: PersonView): WorldView | null {
  const user = world.users.get(you.id);
  if (user === undefined) return null;
  const guilds = [...world.guilds.values()].filter((guild) => guild.hasBot && guild.members.has(you.id));
  const dm = privateChannel(world, user);
  const commands = Object.fromEntries(
    guilds.map((guild) => [guild.id, commandsFor(world, user, [...guild.channels.values()][0] ?? dm)]),
  );
  return {
    you,
    people: scene.cast,
    ideas: scene.ideas,
    bot: { ...world.bot.json, username: world.application.name },
    guilds: guilds.map((guild) => viewGuild(world, guild, user)),
    dm: { ...viewChannel(world, dm, user), name: world.application.name },
    commands: { ...commands, dm: commandsFor(world, user, dm) },
  };
}

function viewGuild(world: World, guild: Guild, user: User): GuildView {
  const channels = [...guild.channels.values()]
    .filter((channel) => has(permissionsOf(world, user, channel), 'ViewChannel'))
    .filter((channel) => channel.thread?.metadata.archived !== true);
  return {
    id: guild.id,
    name: guild.name,
    locale: guild.locale,
    roles: [...guild.roles.values()],
    members: [...guild.members.values()].map((member) => ({
      user: member.user,
      name:
        member.nick ??
        member.user.global_name ??
        (member.user.bot === true ? world.application.name : member.user.username),
      roles: member.roles,
    })),
    channels: channels.map((channel) => viewChannel(world, channel, user)),
  };
}

function viewChannel(world: World, channel: Channel, user: User): ChannelView {
  const held = permissionsOf(world, user, channel);
  const voice = world.guilds.get(channel.guildId ?? '')?.voice ?? [];
  const kind = kindOf(channel);
  return {
    id: channel.id,
    guildId: channel.guildId,
    kind,
    parentId: channel.parentId,
    name: channel.name,
    topic: channel.topic,
    open:
      kind === 'voice'
        ? has(held, 'Connect')
        : has(held, 'SendMessages') && channel.thread?.metadata.locked !== true,
    inVoice: [...voice].filter(([, state]) => state.channelId === channel.id).map(([userId]) => userId),
  };
}

function kindOf({ guildId, thread, type }: Channel): ChannelView['kind'] {
  if (guildId === null) return 'dm';
  if (thread !== null) return 'thread';
  return type === ChannelType.GuildVoice ? 'voice' : 'text';
}

/** The commands that Discord offers a person in a channel, by the app's installations and the person's permissions. */
function commandsFor(world: World, user: User, channel: Channel): CommandJson[] {
  const held = permissionsOf(world, user, channel);
  const context = contextOf(world, channel);
  return [...world.commands.values()].filter((command) => {
    if (command.guild_id !== undefined && command.guild_id !== channel.guildId) return false;
    if (command.contexts !== null && !command.contexts.includes(context)) return false;
    if (command.type === ApplicationCommandType.PrimaryEntryPoint) return false;
    const byGuild = command.integration_types.includes(0);
    if (!byGuild && !(user.installed && command.integration_types.includes(1))) return false;
    if (channel.guildId === null || has(held, 'Administrator')) return true;
    if (command.default_member_permissions === '0') return false;
    const needed = BigInt(command.default_member_permissions ?? 0);
    return (held & needed) === needed;
  });
}

/** The public messages of a channel, oldest first. */
export function viewMessages(
  world: World,
  channel: Channel,
  used: ReadonlyMap<string, string>,
): MessageView[] {
  return [...channel.messages.values()]
    .filter((message) => message.seenBy === null)
    .map((message) => viewMessage(world, message, used));
}

/** `used` holds the full names of commands, by the id of their interaction. */
export function viewMessage(
  world: World,
  message: StoredMessage,
  used: ReadonlyMap<string, string>,
): MessageView {
  const json = messageJson(world, message);
  const isFirst = message.json.webhook_id !== undefined || json.interaction_metadata !== undefined;
  return {
    json,
    ephemeral: message.seenBy !== null,
    used: isFirst ? (used.get(json.interaction_metadata?.id ?? '') ?? null) : null,
  };
}
