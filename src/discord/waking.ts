import { type Client, Routes } from 'discord.js';
import { isArchived } from './discord-error.ts';

/**
 * Does something to a message. Where that stands in an archived thread, as every thread is after a week without a word, Discord changes
 * nothing until the thread has been woken up: it is, and the work is done again.
 * @throws what the work throws, or why the thread cannot be woken: a locked one is for those who manage threads
 */
export async function inWokenThread<T>(
  client: Client,
  channelId: string | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (channelId === null || !isArchived(error)) throw error;
    await client.rest.patch(Routes.channel(channelId), { body: { archived: false } });
    return work();
  }
}
