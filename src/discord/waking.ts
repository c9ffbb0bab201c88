import { type Client, Routes } from 'discord.js';
import { isArchived } from './discord-error.ts';

/**
 * Does something to a message, and opens its thread again if necessary. Discord archives every thread after a week of
 * silence, and then allows no change in it; in that case the thread is opened and the work is done once more.
 * @throws what the work throws, or the reason why the thread cannot be opened: only people who manage threads can
 * open a locked one
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
