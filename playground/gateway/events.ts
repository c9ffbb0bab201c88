import { GatewayIntentBits, type GatewayReadyDispatchData } from 'discord-api-types/v10';

import { z } from 'zod';

import { guildCreate } from '../state/guilds.ts';
import type { Complete } from '../state/json.ts';
import type { Guild, World } from '../state/world.ts';
import { MEMBERS_ASKED, type MembersQuery } from './payloads.ts';
import { dispatchTo, type Session } from './session.ts';

/** Discord's rule for shards: the timestamp in a server's id decides. Events without a server go to shard 0. */
export function shardOf(guildId: string | null, shardCount: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}

/** The servers of the bot that belong to a shard. */
export function guildsOf(world: World, shard: number, shardCount: number): Guild[] {
  return [...world.guilds.values()].filter(
    (guild) => guild.hasBot && shardOf(guild.id, shardCount) === shard,
  );
}

/** The first events of a session: READY, and the servers one by one if it asked for them. */
export function sendBeginning(world: World, session: Session): void {
  const guilds = guildsOf(world, session.shard, session.shardCount);
  dispatchTo(session, 'READY', {
    v: 10,
    user: { ...world.bot.json, verified: true, mfa_enabled: false, email: null },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: `${world.origin.replace('http', 'ws')}/gateway/resume`,
    shard: [session.shard, session.shardCount],
    application: { id: world.application.id, flags: 0 },
    private_channels: [],
    presences: [],
    relationships: [],
    user_settings: {},
    geo_ordered_rtc_regions: [],
    _trace: ['local-discord'],
  } satisfies Complete<GatewayReadyDispatchData>);
  if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
  for (const guild of guilds) {
    if (guild.unavailable) dispatchTo(session, 'GUILD_DELETE', { id: guild.id, unavailable: true });
    else
      dispatchTo(
        session,
        'GUILD_CREATE',
        asSeenBy(world, session, 'GUILD_CREATE', guildCreate(world, guild)),
      );
  }
}

/** The parts of a message event that the rule below needs. */
interface MessageEvent {
  author: { id: string };
  mentions: { id: string }[];
  guild_id?: string;
}

/**
 * An event as a session gets it. Without the intent MESSAGE_CONTENT a bot reads only three kinds of messages: its own,
 * direct ones, and those that mention it. Without GUILD_VOICE_STATES it does not learn who is in voice channels.
 */
export function asSeenBy(world: World, session: Session, event: string, data: unknown): unknown {
  if (event === 'GUILD_CREATE' && (session.intents & GatewayIntentBits.GuildVoiceStates) === 0) {
    return { ...z.looseObject({}).parse(data), voice_states: [] };
  }
  const isMessage = event === 'MESSAGE_CREATE' || event === 'MESSAGE_UPDATE';
  if (!isMessage || (session.intents & GatewayIntentBits.MessageContent) !== 0) return data;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these two events carry a message (state/messages.ts)
  const message = data as MessageEvent;
  const bot = world.bot.json.id;
  const isKnown =
    message.guild_id === undefined ||
    message.author.id === bot ||
    message.mentions.some((user) => user.id === bot);
  return isKnown ? data : { ...message, content: '', embeds: [], attachments: [], components: [] };
}

/**
 * Answers a request for members that needs no privileged intent: by ids (`not_found` lists those who are no members),
 * or by the beginning of user names. Requests for all members of a server need such an intent, and are not answered.
 */
export function sendMembers(world: World, session: Session, asked: MembersQuery): void {
  const guild = world.guilds.get(asked.guild_id);
  if (!guild?.hasBot) return;
  const ids = asked.user_ids === undefined ? null : [asked.user_ids].flat();
  const sought = (asked.query ?? '').toLowerCase();
  const members = [...guild.members.values()].filter((member) =>
    ids ? ids.includes(member.user.id) : sought !== '' && member.user.username.startsWith(sought),
  );
  dispatchTo(session, 'GUILD_MEMBERS_CHUNK', {
    guild_id: guild.id,
    members: members.slice(0, Math.min(asked.limit || MEMBERS_ASKED, MEMBERS_ASKED)),
    chunk_index: 0,
    chunk_count: 1,
    ...(ids ? { not_found: ids.filter((id) => !guild.members.has(id)) } : {}),
    ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
  });
}
