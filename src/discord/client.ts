import {
  Client,
  Collection,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  type RESTOptions,
} from 'discord.js';
import type { Env } from '../env.ts';

/**
 * A discord.js client that knows guilds, channels and roles, for the bot's permissions, and hears of deleted messages. It needs
 * no privileged intent, and keeps no messages, members or emoji: they are never read.
 * @param unauthorised called when Discord refuses the bot's own token
 */
export function makeClient(
  env: Pick<Env, 'discordApi' | 'discordCdn' | 'shards' | 'shardCount'>,
  unauthorised: () => void = () => undefined,
): Client {
  return new Client({
    // Messages come without their content: that would take a privileged intent. What counts is which of the bot's posts are deleted.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    partials: [Partials.Message],
    allowedMentions: { parse: [] },
    shards: env.shards,
    ...(env.shardCount === null ? {} : { shardCount: env.shardCount }),
    rest: { api: env.discordApi, cdn: env.discordCdn, makeRequest: watched(unauthorised) },
    makeCache: (managerType, holds, manager) =>
      NEVER_KEPT.has(manager.name) ? nothing : keptOfSelf(managerType, holds, manager),
  });
}

/** Makes requests as discord.js does, and tells of those that are refused for the bot's token. */
function watched(unauthorised: () => void): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const response = await DefaultRestOptions.makeRequest(url, await withWholeBody(init));
    if (response.status === UNAUTHORISED && isOurs(init.headers)) unauthorised();
    return response;
  };
}

type RequestInit = Parameters<RESTOptions['makeRequest']>[1];

/**
 * Puts a form with files together before it is sent. Where a connection breaks while undici still reads a form, undici
 * throws where nobody can catch it, and the process ends (its issue 5715).
 */
async function withWholeBody(init: RequestInit): Promise<RequestInit> {
  const { body, headers } = init;
  if (!(body instanceof FormData)) return init;
  const form = new Response(body);
  const type = form.headers.get('content-type') ?? '';
  return {
    ...init,
    headers: Object.assign({}, headers, { 'Content-Type': type }),
    body: new Uint8Array(await form.arrayBuffer()),
  };
}

/** Whether a request carries the bot's token. Answers to interactions carry their own token in the address. */
function isOurs(headers: unknown): boolean {
  return typeof headers === 'object' && headers !== null && 'Authorization' in headers;
}

const UNAUTHORISED = 401;

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
