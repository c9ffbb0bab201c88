import { type Client, GatewayDispatchEvents, Status } from 'discord.js';
import { z } from 'zod';
import type { Share } from '../store/share.ts';

/** Where a person is in a server's voice channels, as Discord tells it. */
export interface VoiceState {
  readonly userId: string;
  /** Null if they are in none (any more). */
  readonly channelId: string | null;
  /** Discord's id of their voice connection. */
  readonly voiceId: string;
  readonly deaf: boolean;
  /** Whether they only listen to a stage. */
  readonly suppressed: boolean;
}

/** Follows who is in the study rooms, and counts the time of those who want that. */
export interface Rooms {
  /** Looks at all stays of a share again, once a minute. `now`: epoch ms. */
  tick(share: Share, now: number): Promise<void>;
  /** A guild has chosen other rooms. Resolves when that is taken into account. */
  lookAgain(guildId: string): Promise<void>;
  /** A member has done something, wherever they are. */
  sign(userId: string): void;
  /** Ends the stays of a member who has switched counting off. Resolves when that is done. */
  switchOff(userId: string): Promise<void>;
  /** Begins to count for a member who may be in a study room just now. Resolves when that is done. */
  switchOn(userId: string): Promise<void>;
}

/** What Discord says about voice channels. */
export interface VoiceEvents {
  /** Everybody who is in a voice channel of a server now. This comes after the bot has begun a new session. */
  everybody(guildId: string, states: readonly VoiceState[]): void;
  /** Something of one person has changed: the channel, or what they hear. */
  changed(guildId: string, state: VoiceState): void;
}

const state = z
  .object({
    user_id: z.string(),
    channel_id: z.string().nullable(),
    session_id: z.string(),
    deaf: z.boolean().default(false),
    self_deaf: z.boolean().default(false),
    suppress: z.boolean().default(false),
    member: z.object({ user: z.object({ bot: z.boolean().default(false) }) }).optional(),
  })
  .transform(({ user_id, channel_id, session_id, deaf, self_deaf, suppress, member }) => ({
    userId: user_id,
    channelId: channel_id,
    voiceId: session_id,
    deaf: deaf || self_deaf,
    suppressed: suppress,
    isBot: member?.user.bot === true,
  }));

const update = z.intersection(z.object({ guild_id: z.string() }), state);
const guild = z.object({
  id: z.string(),
  unavailable: z.boolean().default(false),
  voice_states: z.array(state).default([]),
  members: z
    .array(z.object({ user: z.object({ id: z.string(), bot: z.boolean().default(false) }) }))
    .default([]),
});

/**
 * Reports what Discord says about voice channels. discord.js keeps no voice states, which would take 11 MB in 2,500
 * servers, so the packets are read as they come. Bots are left out.
 */
export function followVoice(client: Client, events: VoiceEvents): void {
  client.ws.on(GatewayDispatchEvents.GuildCreate, (packet: unknown) => {
    const read = guild.safeParse(packet);
    if (!read.success || read.data.unavailable) return;
    const bots = new Set(read.data.members.filter(({ user }) => user.bot).map(({ user }) => user.id));
    const people = read.data.voice_states.filter(({ isBot, userId }) => !isBot && !bots.has(userId));
    events.everybody(read.data.id, people);
  });
  client.ws.on(GatewayDispatchEvents.VoiceStateUpdate, (packet: unknown) => {
    const read = update.safeParse(packet);
    if (read.success && !read.data.isBot) events.changed(read.data.guild_id, read.data);
  });
}

/** Whether a server's events arrive at the moment. While the connection is broken, nobody knows who has left. */
export function isListening(client: Client, guildId: string): boolean {
  const known = client.guilds.cache.get(guildId);
  return known?.available === true && known.shard.status === Status.Ready;
}

/** The channel of a server into which Discord moves people who are away; null if there is none. */
export function awayChannel(client: Client, guildId: string): string | null {
  return client.guilds.cache.get(guildId)?.afkChannelId ?? null;
}
