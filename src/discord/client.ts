import {
  Client,
  Collection,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  RESTEvents,
  type RESTOptions,
} from 'discord.js';
import type { Env } from '../env.ts';
import { errorCode, OLD_EDITS } from './error-code.ts';
import { withinGlobalLimit } from './global-limit.ts';
import { type IdentifyPace, pacedIdentifying } from './identifying.ts';

/**
 * Makes a discord.js client. It keeps guilds, channels and roles, from which the bot's permissions follow, and hears
 * of deleted messages. It needs no privileged intent. It keeps no messages, members or emoji, because nothing reads
 * them.
 * @param unauthorised called when Discord refuses the bot's own token
 * @param pace when shards may identify themselves, if other processes have some too
 */
export function makeClient(
  env: Pick<Env, 'discordApi' | 'discordCdn' | 'shards' | 'shardCount' | 'studyRooms'>,
  unauthorised: () => void = () => undefined,
  pace: IdentifyPace | null = null,
): Client {
  const client: Client = new Client({
    // Messages arrive without their content, which would need a privileged intent. The bot only listens for deletions
    // of its own posts.
    // Voice states would come for all servers, so the intent is asked for only if the operator allows study rooms.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      ...(env.studyRooms ? [GatewayIntentBits.GuildVoiceStates] : []),
    ],
    partials: [Partials.Message],
    allowedMentions: { parse: [] },
    // Everything that is sent is written as Discord's API has it, so nothing has to be renamed.
    jsonTransformer: (data: unknown) => data,
    shards: env.shards,
    ...(env.shardCount === null ? {} : { shardCount: env.shardCount }),
    ...(pace === null ? {} : { ws: { buildIdentifyThrottler: pacedIdentifying(pace) } }),
    rest: {
      api: env.discordApi,
      cdn: env.discordCdn,
      // `withinGlobalLimit` keeps the limit, without the answers.
      globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
      makeRequest: withinGlobalLimit(watched(unauthorised), (limit) =>
        client.rest.emit(RESTEvents.RateLimited, limit),
      ),
    },
    makeCache: (managerType, holds, manager) =>
      NEVER_KEPT.has(manager.name) ? nothing : keptOfSelf(managerType, holds, manager),
  });
  return client;
}

/** Makes requests as discord.js does, and reports those that Discord refuses because of the bot's token. */
function watched(unauthorised: () => void): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const response = await DefaultRestOptions.makeRequest(url, await withWholeBody(init));
    if (response.status === TOO_MANY) return explained(response);
    if (response.status === UNAUTHORISED && isOurs(init.headers)) unauthorised();
    return response;
  };
}

/**
 * discord.js waits for any limit to pass, and asks again and again. For edits of old messages Discord does not say how
 * long that takes, so this answer becomes an error that the caller can act on.
 */
async function explained(response: ResponseLike): Promise<ResponseLike> {
  const text = await response.text();
  const isOldEdit = errorCode(text) === OLD_EDITS;
  return {
    status: isOldEdit ? BAD_REQUEST : TOO_MANY,
    statusText: response.statusText,
    headers: response.headers,
    ok: false,
    body: null,
    bodyUsed: true,
    text: () => Promise.resolve(text),
    json: () => Promise.resolve<unknown>(JSON.parse(text)),
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  };
}

type ResponseLike = Awaited<ReturnType<RESTOptions['makeRequest']>>;
type RequestInit = Parameters<RESTOptions['makeRequest']>[1];

/**
 * Builds the whole body of a form with files before it is sent. If the connection breaks while undici is still
 * reading the form, undici throws where nobody can catch it, and the process ends (undici issue 5715).
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
const BAD_REQUEST = 400;
const TOO_MANY = 429;

/** The managers of discord.js whose items the bot never looks up. */
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
 * All managers that keep nothing share this one. Each channel has two of them and each guild a dozen, so separate
 * maps would take some 30 MB in 2,500 guilds.
 */
const nothing = new Nothing();

/** The bot's own user and membership are kept, because its permissions are worked out from them. */
const keptOfSelf = Options.cacheWithLimits({
  GuildMemberManager: { maxSize: 0, keepOverLimit: isSelf },
  UserManager: { maxSize: 0, keepOverLimit: isSelf },
});

function isSelf(item: { readonly id: string; readonly client: Client }): boolean {
  return item.id === item.client.user?.id;
}
