import type { Client } from 'discord.js';
import type { MessageFile } from '../view/components.ts';
import type { Person } from '../view/pictures/typeset.ts';
import { mayAttach, mayWrite, roleThere } from './channel-access.ts';
import { isMember, membersAmong } from './members-there.ts';
import { explained } from './outbox-error.ts';
import {
  editMessage,
  findMessage,
  openDm,
  removeMessage,
  sendMessage,
  takeOutPictures,
} from './own-messages.ts';
import { addToThread, archiveThread, openPrivateThread, type PrivateThread } from './private-threads.ts';

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

/** Makes the outbox of a Discord client. Every request is counted, and Discord's errors are explained. */
export function makeOutbox(client: Client): Outbox {
  let underWay = 0;
  const asking =
    <A extends readonly unknown[], T>(work: (client: Client, ...given: A) => Promise<T>) =>
    (...given: A): Promise<T> => {
      underWay += 1;
      return explained(() => work(client, ...given)).finally(() => (underWay -= 1));
    };
  return {
    available: (guildId) => client.guilds.cache.get(guildId)?.available === true,
    underWay: () => underWay,
    roleThere: (guildId, roleId) => roleThere(client, guildId, roleId),
    mayAttach: (channelId) => mayAttach(client, channelId),

    send: asking(sendMessage),
    edit: asking(editMessage),
    remove: asking(removeMessage),
    find: asking(findMessage),
    takeOutPictures: asking(takeOutPictures),
    openDm: asking(openDm),

    openPrivateThread: asking(openPrivateThread),
    addToThread: asking(addToThread),
    archiveThread: asking(archiveThread),

    mayWrite: asking(mayWrite),
    isMember: asking(isMember),
    membersAmong: asking(membersAmong),
  };
}
