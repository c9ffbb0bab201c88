import { type Client, PermissionFlagsBits, Routes } from 'discord.js';
import { z } from 'zod';
import type { MessageFile } from '../view/components.ts';
import type { Person } from '../view/pictures/typeset.ts';
import { withoutGalleries } from '../view/pictures/without-pictures.ts';
import {
  isEditedTooOften,
  isForbidden,
  isGone,
  isMessageGone,
  isNoMember,
  isOpeningTooFast,
  isRefused,
  isWithoutAccess,
} from './discord-error.ts';
import { mayAttach, mayWrite, roleThere } from './channel-access.ts';
import { addToThread, archiveThread, openPrivateThread, type PrivateThread } from './private-threads.ts';
import { inWokenThread } from './waking.ts';

/** Why a message could not be sent or found. */
export type OutboxProblem =
  /** The channel no longer exists. */
  | 'gone'
  /** The bot may not write (or read) there. */
  | 'forbidden'
  /** The bot does not see the channel. For direct messages this may pass by itself: discord/discord-api-docs#7666. */
  | 'no-access'
  /** The bot opened private conversations too fast. Discord allows no more for a while. */
  | 'too-fast'
  /** Too much was written there since, so nobody can tell whether the message was sent. */
  | 'lost-sight'
  /** Discord did not answer, or answered that it cannot now. Nobody knows whether the message was sent. */
  | 'unavailable';

export class OutboxError extends Error {
  readonly reason: OutboxProblem;

  constructor(reason: OutboxProblem, options?: ErrorOptions) {
    super(`The message was not sent: ${reason}.`, options);
    this.name = 'OutboxError';
    this.reason = reason;
  }
}

/** What scheduled posts and reminders need of Discord. */
export interface Outbox {
  /** Whether the bot is in the guild and can reach it: false after it was removed, and during an outage. */
  available(guildId: string): boolean;
  /** How many requests of the outbox Discord has not answered yet. */
  underWay(): number;
  /**
   * Posts a message with `enforceNonce`: within a few minutes, the same nonce returns the first message instead of
   * posting a second one.
   * @param message a body ready for Discord
   * @param files the files that the message's components show
   * @throws OutboxError
   */
  send(
    channelId: string,
    message: unknown,
    nonce: string,
    files?: readonly MessageFile[],
  ): Promise<{ messageId: string }>;
  /** The role that a guild's posts mention, or null if it was deleted. */
  roleThere(guildId: string, roleId: string | null): string | null;
  /**
   * Replaces one of the bot's own messages. Nobody is notified.
   * @param message a body ready for Discord
   * @returns `gone` if the message no longer exists; `too-often` if Discord takes no more edits of old messages there for
   * a while
   * @throws OutboxError
   */
  edit(channelId: string, messageId: string, message: unknown): Promise<'done' | 'gone' | 'too-often'>;
  /**
   * Deletes one of the bot's own messages, if it exists.
   * @throws OutboxError
   */
  remove(channelId: string, messageId: string): Promise<void>;
  /**
   * Whether the bot may attach files in a channel. True if that is unknown, because a missing picture must not delay
   * a post.
   */
  mayAttach(channelId: string): boolean;
  /**
   * Finds the bot's own message whose custom ids carry a delivery's id; null if there is none.
   * @param since how far to look back, epoch milliseconds
   * @throws OutboxError; `forbidden` if the bot may not read the channel's history
   */
  find(channelId: string, deliveryId: string, since: number): Promise<string | null>;
  /**
   * Removes the pictures from one of the bot's own messages. Its words and buttons stay. Does nothing if the message
   * no longer exists or shows no picture.
   * @throws OutboxError
   */
  takeOutPictures(channelId: string, messageId: string): Promise<void>;
  /**
   * Opens a private thread, see `openPrivateThread`.
   * @returns its id; null if the bot may not open one, or there are too many
   * @throws OutboxError
   */
  openPrivateThread(thread: PrivateThread): Promise<string | null>;
  /**
   * Adds a person to a thread, unless they have left the server.
   * @throws OutboxError
   */
  addToThread(threadId: string, userId: string): Promise<void>;
  /**
   * Archives one of the bot's threads, if it exists.
   * @throws OutboxError
   */
  archiveThread(threadId: string): Promise<void>;
  /**
   * Opens the private conversation with a person, and gives its channel. Only sending a message shows whether they
   * accept it.
   * @throws OutboxError
   */
  openDm(userId: string): Promise<string>;
  /**
   * Whether a person, or the bot itself, may write in a channel of a server now. False in direct messages, and if they
   * have left the server.
   * @throws OutboxError, for example if the channel is gone
   */
  mayWrite(channelId: string, userId: string): Promise<boolean>;
  /**
   * Whether a person is in a guild now. The bot has to ask, because without a privileged intent Discord does not tell
   * it when somebody leaves.
   * @throws OutboxError
   */
  isMember(guildId: string, userId: string): Promise<boolean>;
  /**
   * Which of some people are in a guild now, by id, with their names there. The Gateway is asked for a hundred people
   * at a time.
   * @throws OutboxError
   */
  membersAmong(guildId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
}

const DISCORD_EPOCH = 1_420_070_400_000;
const PAGE = 100;
/**
 * How many pages of a channel's history are read. If a group wrote more than 5,000 messages since its post was
 * claimed, nobody knows whether the post was sent.
 */
const PAGES = 50;

/** Discord looks up at most so many people at once. */
const PEOPLE_ASKED = 100;

const bodyOf = z.looseObject({});
const sent = z.object({ id: z.string() });
const shown = z.object({ components: z.array(z.unknown()) });
const history = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.unknown()).optional(),
  }),
);

/** Makes the outbox of a Discord client. */
export function makeOutbox(client: Client): Outbox {
  let underWay = 0;
  const asking = <T>(work: () => Promise<T>): Promise<T> => {
    underWay += 1;
    return explained(work).finally(() => (underWay -= 1));
  };
  return {
    available: (guildId) => client.guilds.cache.get(guildId)?.available === true,

    underWay: () => underWay,

    send: (channelId, message, nonce, given = []) =>
      asking(async () => {
        const body = { ...bodyOf.parse(message), nonce, enforce_nonce: true };
        const files = given.map(({ name, content }) => ({ name, data: Buffer.from(content) }));
        const answer = await client.rest.post(Routes.channelMessages(channelId), { body, files });
        return { messageId: sent.parse(answer).id };
      }),

    edit: (channelId, messageId, message) =>
      asking(async () => {
        const body = bodyOf.parse(message);
        const route = Routes.channelMessage(channelId, messageId);
        try {
          await inWokenThread(client, channelId, () => client.rest.patch(route, { body }));
          return 'done';
        } catch (error) {
          if (isEditedTooOften(error)) return 'too-often';
          if (isMessageGone(error) && !isGone(error)) return 'gone';
          throw error;
        }
      }),

    remove: (channelId, messageId) =>
      asking(async () => {
        try {
          await client.rest.delete(Routes.channelMessage(channelId, messageId));
        } catch (error) {
          if (!isMessageGone(error)) throw error;
        }
      }),

    roleThere: (guildId, roleId) => roleThere(client, guildId, roleId),

    mayAttach: (channelId) => mayAttach(client, channelId),

    find: (channelId, deliveryId, since) =>
      asking(async () => {
        if (!(await mayRead(client, channelId))) throw new OutboxError('forbidden');
        let after = snowflakeAt(since);
        for (let page = 0; page < PAGES; page += 1) {
          const query = new URLSearchParams({ after, limit: String(PAGE) });
          const messages = history.parse(await client.rest.get(Routes.channelMessages(channelId), { query }));
          const own = messages.find(
            ({ author, components }) =>
              author.id === client.user?.id && JSON.stringify(components ?? []).includes(`:${deliveryId}`),
          );
          if (own !== undefined) return own.id;
          if (messages.length < PAGE) return null;
          after = messages.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), after);
        }
        throw new OutboxError('lost-sight');
      }),

    takeOutPictures: (channelId, messageId) =>
      asking(async () => {
        const route = Routes.channelMessage(channelId, messageId);
        try {
          const { components } = shown.parse(await client.rest.get(route));
          const kept = withoutGalleries(components);
          const body = { components: kept, attachments: [], allowed_mentions: { parse: [] } };
          if (kept !== null) await inWokenThread(client, channelId, () => client.rest.patch(route, { body }));
        } catch (error) {
          if (!isMessageGone(error)) throw error;
        }
      }),

    openPrivateThread: (thread) => asking(() => openPrivateThread(client, thread)),

    addToThread: (threadId, userId) => asking(() => addToThread(client, threadId, userId)),

    archiveThread: (threadId) => asking(() => archiveThread(client, threadId)),

    openDm: (userId) =>
      asking(async () => {
        const body = { recipient_id: userId };
        return sent.parse(await client.rest.post(Routes.userChannels(), { body })).id;
      }),

    mayWrite: (channelId, userId) => asking(() => mayWrite(client, channelId, userId)),

    isMember: (guildId, userId) =>
      asking(async () => {
        try {
          await client.rest.get(Routes.guildMember(guildId, userId));
          return true;
        } catch (error) {
          if (isNoMember(error)) return false;
          throw error;
        }
      }),

    membersAmong: (guildId, userIds) =>
      asking(async () => {
        const guild = client.guilds.cache.get(guildId);
        if (guild === undefined) throw new OutboxError('unavailable');
        const here = new Map<string, Person>();
        for (let from = 0; from < userIds.length; from += PEOPLE_ASKED) {
          const user = userIds.slice(from, from + PEOPLE_ASKED);
          for (const [id, member] of await guild.members.fetch({ user }))
            here.set(id, { name: member.displayName, username: member.user.username });
        }
        return here;
      }),
  };
}

/**
 * Whether the bot may read a channel's history. Without the permission Discord returns an empty history and no error.
 */
async function mayRead(client: Client, channelId: string): Promise<boolean> {
  const channel = await client.channels.fetch(channelId);
  if (channel === null) return false;
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
}

/** The smallest id that Discord can give to something made at an instant (epoch ms). */
function snowflakeAt(at: number): string {
  return String(BigInt(Math.max(0, at - DISCORD_EPOCH)) << 22n);
}

/**
 * Turns Discord's errors into an `OutboxError`, if they are about the channel or the connection. Other errors are
 * mistakes in the program, and pass through.
 */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutboxError) throw error;
    if (isGone(error)) throw new OutboxError('gone', { cause: error });
    if (isWithoutAccess(error)) throw new OutboxError('no-access', { cause: error });
    if (isForbidden(error)) throw new OutboxError('forbidden', { cause: error });
    if (isOpeningTooFast(error)) throw new OutboxError('too-fast', { cause: error });
    if (error instanceof z.ZodError || isRefused(error)) throw error;
    throw new OutboxError('unavailable', { cause: error });
  }
}
