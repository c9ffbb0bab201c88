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
} from './json.ts';
import type { Ids } from './snowflake.ts';

/** An account: the bot's or a person's. */
export interface User {
  readonly json: UserJson;
  locale: string;
  /** Whether the person has installed the app on their own account. */
  installed: boolean;
  /** Whether messages of the bot reach this person: 50278 where they closed them to a server's members, 50007 where they blocked it. */
  dms: 'open' | 'closed' | 'blocked';
  /** Whether this person's client sends the name of a suggestion that they take instead of its value, as some of Discord's do. */
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
  /** Whether the bot is a member, so that it is told of the server and may reach it. */
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
  /** All messages by age, with those that only one person sees. */
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
  /** The only person who sees it; null: everybody in the channel. */
  readonly seenBy: string | null;
  deleted: boolean;
}

/** One interaction from its dispatch to the end of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  /** The kind of the command, for a command. */
  readonly commandType: ApplicationCommandType | null;
  /** The type of the option that is being typed, for an autocomplete. */
  readonly typedOption: ApplicationCommandOptionType | null;
  /** By which installations the command is known: 0 the server's id (`0` in the bot's own conversation), 1 the user's. */
  readonly owners: Readonly<Record<string, string>>;
  readonly payload: Json;
  readonly user: User;
  readonly channel: Channel;
  readonly createdAt: number;
  /** Known only through a person's own installation: at most five follow-ups. */
  readonly isUserInstallOnly: boolean;
  /** The message whose component was used, or whose component opened the modal. */
  readonly source: StoredMessage | null;
  readonly metadata: InteractionMetadataJson;
  /** The type of the callback that the bot gave, once it did. */
  response: InteractionResponseType | null;
  /** The time for the first response has passed. */
  expired: boolean;
  /** What became of the deferral: nothing deferred, still owed, or given. */
  deferred: 'none' | 'owed' | 'given';
  original: StoredMessage | null;
  readonly followUps: StoredMessage[];
  modal: ModalJson | null;
  choices: ChoiceJson[] | null;
  /** How often an answer to it was refused, or came too late. */
  refused: number;
  late: boolean;
}

export interface StoredFile {
  readonly id: string;
  readonly path: string;
  readonly filename: string;
  readonly contentType: string;
  /** The bytes; or a source of them, for a file that is endless, slow or not as long as it says. */
  readonly content: Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** Where the address leads to instead, as a redirect. */
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
  /** The bot's token; it can be reset. */
  token: string;
  /** How many shards Discord recommends; one for each thousand servers if null. */
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
  /** Messages by channel, author and nonce, with the instant until which Discord remembers the nonce. */
  readonly nonces: Map<string, { message: StoredMessage; until: number }>;
  /** Real milliseconds within which a first response must come. */
  readonly answerWithin: number;
  /** Where this server is reached, e.g. `http://127.0.0.1:4000`; known once it listens. */
  origin: string;
  /** Tells the connected bot of an event. */
  dispatch: Dispatch;
  /** How many sessions the bot may still begin. */
  sessionStartLimit: () => SessionStartLimit;
}

/** Sends a Gateway event to the shards that it concerns and that asked for one of the intents (0: asked for by all). */
export type Dispatch = (
  event: string,
  data: unknown,
  scope: { guildId: string | null; intents?: number },
) => void;

export interface SessionStartLimit {
  total: number;
  remaining: number;
  /** Milliseconds until `remaining` is `total` again. */
  reset_after: number;
  /** How many sessions may begin at the same time: one for each remainder of the shard's number by this. */
  max_concurrency: number;
}
