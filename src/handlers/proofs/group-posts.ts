import { type Client, DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { OutboxError } from '../../discord/outbox.ts';
import { placeShare } from '../../store/proofs/shares.ts';
import { type ShownWork, shownWork } from '../../store/proofs/shown-work.ts';
import type { Message } from '../../view/components.ts';
import { clip, plain } from '../../view/escape.ts';
import { postBody } from '../../view/schedule/post-body.ts';
import { isForbidden, isMessageGone, isThreadThere, loggable } from '../../discord/discord-error.ts';
import { channelProblem, type NeededPermission } from '../../discord/permissions.ts';
import { postOf } from './shared-work.ts';

/** Discord's limit, in characters. */
const THREAD_NAME = 100;
/** Minutes without a message after which Discord puts a thread away: a week, as long as readers are given. */
const THREAD_REST = 10_080;

type PostingApp = Pick<App, 'client' | 'db' | 'library' | 'log' | 'outbox'>;

export interface Posted {
  readonly channelId: string;
  readonly messageId: string;
}

/** Where a message can be seen. */
export function messageUrl(guildId: string, { channelId, messageId }: Posted): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
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
 * Opens a thread on a post of ours, unless it has one.
 * @returns its id; null if there can be none, or the bot may not
 */
export async function openThread(
  { client, log }: Pick<App, 'client' | 'log'>,
  guildId: string,
  { channelId, messageId }: Posted,
  name: string,
): Promise<string | null> {
  // Asked beforehand: Discord counts requests that it has to refuse.
  const lacking = lackingForThreads(client, guildId, channelId);
  if (lacking === null || lacking.includes('CreatePublicThreads')) return null;
  try {
    const body = { name: clip(plain(name), THREAD_NAME), auto_archive_duration: THREAD_REST };
    return thread.parse(await client.rest.post(Routes.threads(channelId, messageId), { body })).id;
  } catch (error) {
    // A thread on a message has the message's id.
    if (isThreadThere(error)) return messageId;
    if (!(error instanceof DiscordAPIError)) throw error;
    log.debug(loggable(error), 'no thread could be opened');
    return null;
  }
}

/**
 * Says something where a piece of work is talked about: in its thread, else in its channel.
 * @param nonce up to 25 characters; the same one gives the same message
 * @returns where it stands; null if neither takes it
 */
export async function sayAbout(
  app: PostingApp,
  shown: ShownWork,
  message: Message,
  nonce: string,
): Promise<Posted | null> {
  const { guild, share } = shown;
  if (share.post === null) return null;
  const threadId = share.threadId ?? (await laterThread(app, shown));
  const lacking = lackingForThreads(app.client, guild.id, share.post.channelId);
  const isThreadClosed = lacking?.includes('SendMessagesInThreads') === true;
  const channelIds = [isThreadClosed ? null : threadId, share.post.channelId];
  return postInFirst(
    app,
    channelIds.filter((channelId) => channelId !== null),
    message,
    nonce,
  );
}

/** Says something to everybody in the channel of a post; nothing comes of it where that is closed. */
export async function postBeside(
  app: PostingApp,
  { share }: ShownWork,
  message: Message,
  nonce: string,
): Promise<void> {
  if (share.post !== null) await postInFirst(app, [share.post.channelId], message, nonce);
}

async function postInFirst(
  { outbox, log }: PostingApp,
  channelIds: readonly string[],
  message: Message,
  nonce: string,
): Promise<Posted | null> {
  for (const channelId of channelIds) {
    try {
      return { channelId, ...(await outbox.send(channelId, postBody(message, null), nonce)) };
    } catch (error) {
      if (!(error instanceof OutboxError)) throw error;
      log.debug({ reason: error.reason }, 'a word on shared work could not be posted');
      // It may stand there all the same: a second one elsewhere would repeat it.
      if (error.reason === 'unavailable') return null;
    }
  }
  return null;
}

/** A thread that could not be opened at first, once it can. */
async function laterThread(app: PostingApp, { guild, share, node }: ShownWork): Promise<string | null> {
  if (share.post === null) return null;
  const threadId = await openThread(app, guild.id, share.post, node.topic.title);
  if (threadId !== null) await placeShare(app.db, share, { post: share.post, threadId });
  return threadId;
}

/** Puts another message in the place of one of ours. */
export async function editPost(
  { client, log }: Pick<App, 'client' | 'log'>,
  { channelId, messageId }: Posted,
  message: Message,
): Promise<'done' | 'gone' | 'failed'> {
  try {
    await client.rest.patch(Routes.channelMessage(channelId, messageId), { body: postBody(message, null) });
    return 'done';
  } catch (error) {
    if (isMessageGone(error)) return 'gone';
    if (isForbidden(error)) log.debug(loggable(error), 'a post is closed to the bot');
    else log.warn(loggable(error), 'a post could not be changed');
    return 'failed';
  }
}

/**
 * Brings the post of shared work up to date in one guild.
 * @returns what became of it; `gone` also if there is none, so that the work can be shared there again
 */
export async function refreshPost(
  app: PostingApp,
  proofId: string,
  guildId: string,
): Promise<'done' | 'gone' | 'failed'> {
  const shown = await shownWork(app, proofId, guildId);
  if (shown === null || shown.share.post === null) return 'gone';
  return editPost(app, shown.share.post, await postOf(app, shown));
}
