import { GatewayIntentBits } from 'discord-api-types/v10';

import type { Json, VoiceState } from './json.ts';
import type { Guild, World } from './world.ts';

/** What a member can change without leaving. */
export type VoiceToggle = Partial<Omit<VoiceState, 'channelId' | 'sessionId'>>;

/**
 * Brings a member into a voice channel, moves them, changes what they hear, or (null) lets them leave; and tells the bot.
 * @param isLost whether the event gets lost on its way, as some of Discord's do
 */
export function setVoice(
  world: World,
  guild: Guild,
  userId: string,
  state: VoiceState | null,
  isLost = false,
): void {
  const before = guild.voice.get(userId);
  if (state === null) guild.voice.delete(userId);
  else guild.voice.set(userId, state);
  world.feed.emit({ kind: 'voice', guildId: guild.id });
  if (isLost || !guild.hasBot) return;
  const told = state === null ? { ...(before ?? NOWHERE), channelId: null } : state;
  world.dispatch(
    'VOICE_STATE_UPDATE',
    { guild_id: guild.id, ...voiceJson(userId, told), member: guild.members.get(userId) },
    { guildId: guild.id, intents: GatewayIntentBits.GuildVoiceStates },
  );
}

/** The voice states of a server, as GUILD_CREATE has them: without the server's id. */
export function voiceStates(guild: Guild): Json[] {
  return [...guild.voice].map(([userId, state]) => voiceJson(userId, state));
}

const NOWHERE: VoiceState = {
  channelId: '',
  sessionId: '',
  selfDeaf: false,
  selfMute: false,
  selfVideo: false,
  deaf: false,
  suppress: false,
};

function voiceJson(
  userId: string,
  state: Omit<VoiceState, 'channelId'> & { readonly channelId: string | null },
): Json {
  return {
    user_id: userId,
    channel_id: state.channelId,
    session_id: state.sessionId,
    deaf: state.deaf,
    mute: false,
    self_deaf: state.selfDeaf,
    self_mute: state.selfMute,
    self_video: state.selfVideo,
    suppress: state.suppress,
    request_to_speak_timestamp: null,
  };
}
