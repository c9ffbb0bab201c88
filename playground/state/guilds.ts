import { ChannelType, GatewayIntentBits, type GatewayGuildCreateDispatchData } from 'discord-api-types/v10';

import { channelJson, createChannel } from './channels.ts';
import type { Complete, RoleJson } from './json.ts';
import { createMember, createUser } from './people.ts';
import { EVERYONE, INVITED_BOT } from './permissions.ts';
import { timestamp } from './snowflake.ts';
import { voiceStates } from './voice.ts';
import type { Channel, Guild, World } from './world.ts';

/**
 * The ids of guilds are a prime number of milliseconds apart. Shards are chosen by the time in a guild's id, so
 * guilds are spread over any number of shards even if the clock stands still. Many thousands fit into the time since
 * Discord began.
 */
const APART = 100_003;

/**
 * Makes a server and announces it to the bot. It has its @everyone role, an owner, the bot (by default) and a text
 * channel.
 */
export function createGuild(
  world: World,
  fields: {
    name: string;
    locale: string;
    owner: string;
    hasBot: boolean;
    botPermissions?: bigint;
    channels: string[];
  },
): Guild {
  const now = world.clock.now();
  const owner = createUser(world, fields.owner, fields.locale);
  const guild: Guild = {
    id: world.ids.dated(now - APART * (world.guilds.size + 1)),
    name: fields.name,
    locale: fields.locale,
    ownerId: owner.json.id,
    joinedAt: timestamp(now),
    roles: new Map(),
    members: new Map([[owner.json.id, createMember(owner, now, [])]]),
    channels: new Map(),
    voice: new Map(),
    afkChannelId: null,
    events: new Map(),
    hasBot: false,
    unavailable: false,
  };
  guild.roles.set(guild.id, roleJson(guild.id, '@everyone', EVERYONE, 0));
  world.guilds.set(guild.id, guild);
  for (const name of fields.channels) createChannel(world, guild, { name, type: ChannelType.GuildText });
  if (fields.hasBot) joinGuild(world, guild, fields.botPermissions ?? INVITED_BOT);
  return guild;
}

/** Adds the bot to a server, with its own role, and tells the bot. */
export function joinGuild(world: World, guild: Guild, permissions: bigint): void {
  const role: RoleJson = {
    ...roleJson(world.ids.next(), world.application.name, permissions, guild.roles.size),
    managed: true,
    tags: { bot_id: world.bot.json.id },
  };
  guild.roles.set(role.id, role);
  guild.members.set(world.bot.json.id, createMember(world.bot, world.clock.now(), [role.id]));
  guild.hasBot = true;
  tellOfGuild(world, guild);
}

/** Tells the bot about a server: it has become available to the bot. */
export function tellOfGuild(world: World, guild: Guild): void {
  world.dispatch('GUILD_CREATE', guildCreate(world, guild), {
    guildId: guild.id,
    intents: GatewayIntentBits.Guilds,
  });
  world.feed.emit({ kind: 'guild', change: 'created', guildId: guild.id });
}

/** Takes the bot out of a server, because it was removed or leaves, and tells the bot. */
export function leaveGuild(world: World, guild: Guild): void {
  guild.hasBot = false;
  const own = guild.members.get(world.bot.json.id);
  guild.members.delete(world.bot.json.id);
  for (const role of own?.roles ?? []) if (guild.roles.get(role)?.managed) guild.roles.delete(role);
  for (const command of world.commands.values())
    if (command.guild_id === guild.id) world.commands.delete(command.id);
  world.dispatch('GUILD_DELETE', { id: guild.id }, { guildId: guild.id, intents: GatewayIntentBits.Guilds });
  world.feed.emit({ kind: 'guild', change: 'deleted', guildId: guild.id });
}

/** A role as Discord writes it. */
export function roleJson(id: string, name: string, permissions: bigint, position: number): RoleJson {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A server in the form of REST. */
export function guildJson(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'us-west',
    afk_channel_id: guild.afkChannelId,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: [...guild.roles.values()],
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** A server in the form of the Gateway: with its channels and active threads, and the bot as its only member. */
export function guildCreate(world: World, guild: Guild) {
  const channels = [...guild.channels.values()];
  const own = guild.members.get(world.bot.json.id);
  return {
    ...guildJson(guild),
    joined_at: guild.joinedAt,
    hub_type: null,
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    members: own ? [own] : [],
    channels: channels.filter((channel) => channel.thread === null).map(withoutGuild),
    threads: channels.filter((channel) => channel.thread?.metadata.archived === false).map(channelJson),
    presences: [],
    voice_states: voiceStates(guild),
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  } satisfies Complete<GatewayGuildCreateDispatchData>;
}

/** Inside GUILD_CREATE, channels do not repeat the id of the server. */
function withoutGuild(channel: Channel) {
  const { guild_id: _, ...rest } = channelJson(channel);
  return rest;
}
