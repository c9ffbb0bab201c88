import { type Client, DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import { clip, plain } from '../view/escape.ts';
import { isForbidden, isMessageGone, isThreadThere } from './discord-error.ts';
import { channelProblem, type NeededPermission } from './channel-access.ts';
import type { Posted } from './posts.ts';
import { NAME_LENGTH, type THREAD_REST } from './thread-limits.ts';

/** Why a thread could not be opened. */
export type ThreadProblem =
  /** The bot may not open one there. */
  | 'forbidden'
  /** The message or its channel no longer exists, or the channel can have no threads. */
  | 'gone'
  /** Discord refuses for another reason. */
  | 'refused';

export class ThreadError extends Error {
  readonly reason: ThreadProblem;

  constructor(reason: ThreadProblem, options?: ErrorOptions) {
    super(`No thread was opened: ${reason}.`, options);
    this.name = 'ThreadError';
    this.reason = reason;
  }
}

/**
 * The permissions that the bot lacks to open a thread in a channel and to write in it. Null if the channel can have
 * no threads.
 */
export function lackingForThreads(
  client: Client,
  guildId: string,
  channelId: string,
): readonly NeededPermission[] | null {
  const problem = channelProblem(client, guildId, channelId);
  if (problem === null) return [];
  if (problem.kind !== 'lacks') return null;
  return problem.permissions.filter(
    (name) => name === 'CreatePublicThreads' || name === 'SendMessagesInThreads',
  );
}

const thread = z.object({ id: z.string() });

/**
 * Opens a thread on one of the bot's own posts, or gives the one that it has. Discord allows one thread for each
 * message.
 * @returns the thread's id
 * @throws ThreadError
 */
export async function openThread(
  client: Client,
  guildId: string,
  { channelId, messageId }: Posted,
  { name, rest }: { readonly name: string; readonly rest: (typeof THREAD_REST)[keyof typeof THREAD_REST] },
): Promise<string> {
  // Discord counts refused requests against the bot, so the permissions are checked before.
  const lacking = lackingForThreads(client, guildId, channelId);
  if (lacking === null) throw new ThreadError('gone');
  if (lacking.includes('CreatePublicThreads')) throw new ThreadError('forbidden');
  try {
    const body = { name: clip(plain(name), NAME_LENGTH), auto_archive_duration: rest };
    return thread.parse(await client.rest.post(Routes.threads(channelId, messageId), { body })).id;
  } catch (error) {
    // A thread has the id of the message that it was opened on.
    if (isThreadThere(error)) return messageId;
    if (!(error instanceof DiscordAPIError)) throw error;
    const reason = isForbidden(error) ? 'forbidden' : isMessageGone(error) ? 'gone' : 'refused';
    throw new ThreadError(reason, { cause: error });
  }
}
