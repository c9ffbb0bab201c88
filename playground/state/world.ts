import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';

import type { Clock } from '../clock.ts';
import type { Feed } from '../feed.ts';
import type {
  ChoiceJson,
  CommandJson,
  InteractionMetadataJson,
  Json,
  MemberJson,
  MessageJson,
  ModalJson,
  OverwriteJson,
  RoleJson,
  ThreadMemberJson,
  ThreadMetadataJson,
  UserJson,
  VoiceState,
  ScheduledEvent,
} from './json.ts';
import type { Ids } from './snowflake.ts';

/** An account of the bot or of a person. */
export interface User {
  readonly json: UserJson;
  locale: string;
  /** Whether the person has installed the app on their own account. */
  installed: boolean;
  /**
   * Whether the bot's messages reach this person. Discord answers 50278 if they closed direct messages from members,
   * and 50007 if they blocked the bot.
   */
  dms: 'open' | 'closed' | 'blocked';
  /** Whether this person's client sends the name of a suggestion in place of its value, as some of Discord's do. */
  sendsLabels: boolean;
}

export interface Guild {
  readonly id: string;
  name: string;
  locale: string;
  ownerId: string;
  joinedAt: string;
  readonly roles: Map<string, RoleJson>;
  readonly members: Map<string, MemberJson>;
  /** Its channels and threads. */
  readonly channels: Map<string, Channel>;
  /** Who is in its voice channels, by user id. */
  readonly voice: Map<string, VoiceState>;
  /** The voice channel into which Discord moves people who are away. */
  afkChannelId: string | null;
  readonly events: Map<string, ScheduledEvent>;
  /** Whether the bot is a member, which gets the server's events and may reach it. */
  hasBot: boolean;
  unavailable: boolean;
}

/** A channel of a server, a thread, or a private conversation. */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guildId: string | null;
  name: string;
  topic: string | null;
  position: number;
  parentId: string | null;
  overwrites: OverwriteJson[];
  /** The people of a private conversation; empty in a server. */
  readonly recipients: readonly User[];
  /** All messages, oldest first, also those that only one person sees. */
  readonly messages: Map<string, StoredMessage>;
  lastMessageId: string | null;
  thread: {
    ownerId: string;
    metadata: ThreadMetadataJson;
    members: Map<string, ThreadMemberJson>;
    sent: number;
  } | null;
}

export interface StoredMessage {
  readonly json: MessageJson;
  readonly channel: Channel;
  /** The only person who sees it, or null if everybody in the channel does. */
  readonly seenBy: string | null;
  deleted: boolean;
}

/** An interaction, from its dispatch to the end of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  /** The kind of the command. Null if it is no command. */
  readonly commandType: ApplicationCommandType | null;
  /** The type of the option that is being typed. Null if it is no autocomplete. */
  readonly typedOption: ApplicationCommandOptionType | null;
  /**
   * The installations of the command: 0 with the server's id (`0` in the bot's own conversation), 1 with the user's.
   */
  readonly owners: Readonly<Record<string, string>>;
  readonly payload: Json;
  readonly user: User;
  readonly channel: Channel;
  readonly createdAt: number;
  /** Whether only a person's own installation has the command. It then allows at most five follow-ups. */
  readonly isUserInstallOnly: boolean;
  /** The message whose component was used, or whose component opened the modal. */
  readonly source: StoredMessage | null;
  readonly metadata: InteractionMetadataJson;
  /** The type of the bot's callback, once there is one. */
  response: InteractionResponseType | null;
  /** Whether the time for the first response is over. */
  expired: boolean;
  /** The state of the deferral: there is none, the answer is owed, or it was given. */
  deferred: 'none' | 'owed' | 'given';
  original: StoredMessage | null;
  readonly followUps: StoredMessage[];
  modal: ModalJson | null;
  choices: ChoiceJson[] | null;
  /** How many answers to it were refused or came too late. */
  refused: number;
  late: boolean;
}

export interface StoredFile {
  readonly id: string;
  readonly path: string;
  readonly filename: string;
  readonly contentType: string;
  /** The bytes; or a source of them, for a file that is endless, slow or of another length than it claims. */
  readonly content: Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** The address to which it redirects, if it does. */
  readonly redirect?: string;
}

interface Application {
  readonly id: string;
  readonly name: string;
}

/** Everything that the local Discord knows. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly feed: Feed;
  /** The bot's token, which can be reset. */
  token: string;
  /** How many shards Discord recommends; null means one for each thousand servers. */
  readonly recommendedShards: number | null;
  readonly application: Application;
  readonly bot: User;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly commands: Map<string, CommandJson>;
  readonly interactions: Map<string, Interaction>;
  readonly interactionsByToken: Map<string, Interaction>;
  readonly files: Map<string, StoredFile>;
  /** Messages by channel, author and nonce, and until when Discord remembers the nonce. */
  readonly nonces: Map<string, { message: StoredMessage; until: number }>;
  /** When messages that are older than an hour were edited lately, by channel; epoch ms. */
  readonly oldEdits: Map<string, readonly number[]>;
  /** Real milliseconds within which a first response must come. */
  readonly answerWithin: number;
  /** The address of this server, such as `http://127.0.0.1:4000`. It is known once the server listens. */
  origin: string;
  /** Sends an event to the connected bot. */
  dispatch: Dispatch;
  /** How many sessions the bot may still begin. */
  sessionStartLimit: () => SessionStartLimit;
}

/**
 * Sends a Gateway event to the shards that it concerns and that asked for one of the intents (0 means that all get it).
 */
export type Dispatch = (
  event: string,
  data: unknown,
  scope: { guildId: string | null; intents?: number },
) => void;

export interface SessionStartLimit {
  total: number;
  remaining: number;
  /** The milliseconds until `remaining` is `total` again. */
  reset_after: number;
  /** How many sessions may begin at the same time: one for each remainder of the shard's number by this. */
  max_concurrency: number;
}
