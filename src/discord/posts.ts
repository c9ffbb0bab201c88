import { Routes } from 'discord.js';
import type { App } from '../app.ts';
import type { Message } from '../view/components.ts';
import { postBody } from '../view/post-body.ts';
import { isForbidden, isMessageGone, loggable } from './discord-error.ts';
import { withNames } from './names.ts';
import { inWokenThread } from './waking.ts';

/** Where one of the bot's own messages is. */
export interface Posted {
  readonly channelId: string;
  readonly messageId: string;
}

/** The address that opens a message. `guildId`: null in direct messages. */
export function messageUrl(guildId: string | null, { channelId, messageId }: Posted): string {
  return `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${messageId}`;
}

/**
 * Replaces one of the bot's own messages in a server. The new message notifies nobody.
 * @returns what became of it; `failed` is logged, and a later edit may succeed
 */
export async function editPost(
  { client, db, log }: Pick<App, 'client' | 'db' | 'log'>,
  guildId: string,
  { channelId, messageId }: Posted,
  message: Message,
): Promise<'done' | 'gone' | 'failed'> {
  try {
    const body = postBody(await withNames({ db }, guildId, message));
    await inWokenThread(client, channelId, () =>
      client.rest.patch(Routes.channelMessage(channelId, messageId), { body }),
    );
    return 'done';
  } catch (error) {
    if (isMessageGone(error)) return 'gone';
    if (isForbidden(error)) log.debug(loggable(error), 'a post is closed to the bot');
    else log.warn(loggable(error), 'a post could not be changed');
    return 'failed';
  }
}

/** The address of a channel. */
export function channelUrl(guildId: string, channelId: string): string {
  return `https://discord.com/channels/${guildId}/${channelId}`;
}
