import { Client, GatewayIntentBits, Options } from 'discord.js';
import type { Env } from '../env.ts';

/**
 * A discord.js client that knows guilds, channels and roles, for the bot's permissions, and nothing else. It needs
 * no privileged intent, and keeps no messages, members or emoji: they are never read.
 */
export function makeClient(env: Pick<Env, 'discordApi' | 'discordCdn'>): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: env.discordApi, cdn: env.discordCdn },
    makeCache: Options.cacheWithLimits({
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: isSelf },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: isSelf },
      VoiceStateManager: 0,
    }),
  });
}

/** The bot's own user and membership have to stay: its permissions are worked out from them. */
function isSelf(item: { readonly id: string; readonly client: Client }): boolean {
  return item.id === item.client.user?.id;
}
