import { type Client, DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import { clip, plain } from '../view/escape.ts';
import { isForbidden, isMessageGone, isThreadThere } from './discord-error.ts';
import { channelProblem, type NeededPermission } from './channel-access.ts';
import type { Posted } from './posts.ts';

/** Discord's limit, in characters. */
const NAME_LENGTH = 100;

/** How long Discord keeps a thread open without a message, in minutes. */
export const THREAD_REST = { threeDays: 4320, week: 10_080 } as const;

/** Why there is no thread. */
export type ThreadProblem =
  /** The bot may not open one. */
  | 'forbidden'
  /** The message or its channel is no longer there, or the channel can have no threads. */
  | 'gone'
  /** Discord does not want it for another reason. */
  | 'refused';

export class ThreadError extends Error {
  readonly reason: ThreadProblem;

  constructor(reason: ThreadProblem, options?: ErrorOptions) {
    super(`No thread was opened: ${reason}.`, options);
    this.name = 'ThreadError';
    this.reason = reason;
  }
}

/** What the bot lacks to open a thread in a channel and to write there; `null` where there can be none at all. */
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
 * Opens a thread on a post of the bot's own, unless it has one: Discord allows one thread a message.
 * @returns its id
 * @throws ThreadError
 */
export async function openThread(
  client: Client,
  guildId: string,
  { channelId, messageId }: Posted,
  { name, rest }: { readonly name: string; readonly rest: (typeof THREAD_REST)[keyof typeof THREAD_REST] },
): Promise<string> {
  // Asked beforehand: Discord counts requests that it has to refuse.
  const lacking = lackingForThreads(client, guildId, channelId);
  if (lacking === null) throw new ThreadError('gone');
  if (lacking.includes('CreatePublicThreads')) throw new ThreadError('forbidden');
  try {
    const body = { name: clip(plain(name), NAME_LENGTH), auto_archive_duration: rest };
    return thread.parse(await client.rest.post(Routes.threads(channelId, messageId), { body })).id;
  } catch (error) {
    // A thread on a message has the message's id.
    if (isThreadThere(error)) return messageId;
    if (!(error instanceof DiscordAPIError)) throw error;
    const reason = isForbidden(error) ? 'forbidden' : isMessageGone(error) ? 'gone' : 'refused';
    throw new ThreadError(reason, { cause: error });
  }
}
