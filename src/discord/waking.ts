import { type Client, Routes } from 'discord.js';
import { isArchived } from './discord-error.ts';

/**
 * Does something to a message. Every thread is archived after a week of silence, and Discord changes nothing in it
 * until it is woken up. If that is the case, the thread is woken up and the work is done again.
 * @throws what the work throws, or the reason why the thread cannot be woken: only people who manage threads can wake a
 * locked one
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
