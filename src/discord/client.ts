import { Client, Collection, GatewayIntentBits, Options } from 'discord.js';
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
    makeCache: (managerType, holds, manager) =>
      NEVER_KEPT.has(manager.name) ? nothing : keptOfSelf(managerType, holds, manager),
  });
}

/** The managers of discord.js whose items are never looked up. */
const NEVER_KEPT: ReadonlySet<string> = new Set([
  'ApplicationCommandManager',
  'ApplicationEmojiManager',
  'AutoModerationRuleManager',
  'DMMessageManager',
  'EntitlementManager',
  'GuildApplicationCommandManager',
  'GuildBanManager',
  'GuildEmojiManager',
  'GuildForumThreadManager',
  'GuildInviteManager',
  'GuildMessageManager',
  'GuildScheduledEventManager',
  'GuildStickerManager',
  'GuildTextThreadManager',
  'PresenceManager',
  'ReactionManager',
  'ReactionUserManager',
  'StageInstanceManager',
  'ThreadMemberManager',
  'VoiceStateManager',
]);

/** A collection that stays empty. */
class Nothing extends Collection<never, never> {
  override set(): this {
    return this;
  }
}

/**
 * One for all managers that keep nothing. Each channel has two of those and each guild a dozen; an empty map for each
 * would take some 30 MB in 2,500 guilds.
 */
const nothing = new Nothing();

/** The bot's own user and membership have to stay: its permissions are worked out from them. */
const keptOfSelf = Options.cacheWithLimits({
  GuildMemberManager: { maxSize: 0, keepOverLimit: isSelf },
  UserManager: { maxSize: 0, keepOverLimit: isSelf },
});

function isSelf(item: { readonly id: string; readonly client: Client }): boolean {
  return item.id === item.client.user?.id;
}
