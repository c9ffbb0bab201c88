import type { App } from '../../app.ts';
import { OutboxError } from '../../discord/outbox-error.ts';
import { placeShare, withdrawShare } from '../../store/proofs/shares.ts';
import { type ShownWork, shownWork } from '../../store/proofs/shown-work.ts';
import type { Message } from '../../view/components.ts';
import { postBody } from '../../view/post-body.ts';
import { loggable } from '../../discord/discord-error.ts';
import { withNames } from '../../discord/names.ts';
import { editPost, type Posted } from '../../discord/posts.ts';
import { lackingForThreads, openThread, ThreadError } from '../../discord/threads.ts';
import { THREAD_REST } from '../../discord/thread-limits.ts';
import type { Pinged } from '../../study/pings.ts';
import { postOf } from './shared-work.ts';

type PostingApp = Pick<App, 'client' | 'db' | 'library' | 'log' | 'now' | 'outbox' | 'wordsFor'>;

/**
 * Opens a thread on the post of a piece of work, unless it has one.
 * @returns its id; null if it cannot have one, or the bot may not open one
 */
export async function openTalk(
  { client, log }: Pick<App, 'client' | 'log'>,
  guildId: string,
  post: Posted,
  name: string,
): Promise<string | null> {
  try {
    // A week, which is also how long readers have before they are reminded.
    return await openThread(client, guildId, post, { name, rest: THREAD_REST.week });
  } catch (error) {
    if (error instanceof ThreadError) log.debug(loggable(error), 'no thread could be opened');
    // The work is shared even without a thread, whatever the error was.
    else log.warn(loggable(error), 'no thread could be opened');
    return null;
  }
}

/**
 * Posts a message where a piece of work is discussed: in its thread, else in its channel.
 * @param nonce up to 25 characters; the same nonce gives the same message
 * @param people the people whom the message notifies
 * @returns where the message is; null if it could be posted in neither
 */
export async function sayAbout(
  app: PostingApp,
  shown: ShownWork,
  message: Message,
  nonce: string,
  people?: Pinged,
): Promise<Posted | null> {
  const { guild, share } = shown;
  if (share.post === null) return null;
  const threadId = share.threadId ?? (await laterThread(app, shown));
  const lacking = lackingForThreads(app.client, guild.id, share.post.channelId);
  const isThreadClosed = lacking?.includes('SendMessagesInThreads') === true;
  const channelIds = [isThreadClosed ? null : threadId, share.post.channelId];
  return postInFirst(
    app,
    guild.id,
    channelIds.filter((channelId) => channelId !== null),
    message,
    nonce,
    people,
  );
}

/** Posts a message in the channel of a post, for everybody. If the channel is closed, nothing is posted. */
export async function postBeside(
  app: PostingApp,
  { guild, share }: ShownWork,
  message: Message,
  nonce: string,
): Promise<void> {
  if (share.post !== null) await postInFirst(app, guild.id, [share.post.channelId], message, nonce);
}

async function postInFirst(
  app: PostingApp,
  guildId: string,
  channelIds: readonly string[],
  message: Message,
  nonce: string,
  people?: Pinged,
): Promise<Posted | null> {
  const { outbox, log } = app;
  const named = await withNames(app, guildId, message, people?.userIds);
  const body = postBody(named, people === undefined ? {} : { people });
  for (const channelId of channelIds) {
    try {
      return { channelId, ...(await outbox.send(channelId, body, nonce)) };
    } catch (error) {
      if (error instanceof OutboxError)
        log.debug({ reason: error.reason }, 'a word on shared work could not be posted');
      // The work's state is already stored, so an error of the message is only logged.
      else log.error(loggable(error), 'a word on shared work was refused');
      // The message may have been sent, so sending it elsewhere could repeat it.
      if (error instanceof OutboxError && error.reason === 'unavailable') return null;
    }
  }
  return null;
}

/** Opens the thread now if it could not be opened when the work was shared. */
async function laterThread(app: PostingApp, { guild, share, node }: ShownWork): Promise<string | null> {
  if (share.post === null) return null;
  const threadId = await openTalk(app, guild.id, share.post, node.topic.title);
  if (threadId !== null) await placeShare(app.db, share, { post: share.post, threadId });
  return threadId;
}

/**
 * Updates the post of shared work in one guild.
 * @returns what became of it; `gone` also if there is no post, so that the work can be shared there again
 */
export async function refreshPost(
  app: PostingApp,
  proofId: string,
  guildId: string,
): Promise<'done' | 'gone' | 'failed'> {
  const shown = await shownWork(app, proofId, guildId);
  if (shown === null || shown.share.post === null) return 'gone';
  const became = await editPost(app, guildId, shown.share.post, await postOf(app, shown));
  // The post was deleted while the bot was not running.
  if (became === 'gone') await withdrawShare(app.db, proofId, guildId, app.now());
  return became;
}
