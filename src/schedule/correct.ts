import { isRefused } from '../discord/discord-error.ts';
import { OutboxError } from '../discord/outbox-error.ts';
import type { Guild } from '../store/members/guilds.ts';
import type { Delivery } from '../store/schedule/deliveries.ts';
import { postBody } from '../view/post-body.ts';
import type { Deliverable } from './scheduled-post.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * Lets a message that was sent to a group say what holds now. Nobody is notified.
 * @returns whether it does; false if it was never sent, was deleted, or Discord does not take the edit
 */
export async function correct(
  app: Scheduler['app'],
  guild: Guild,
  post: Deliverable,
  delivery: Delivery | null,
): Promise<boolean> {
  if (delivery === null || delivery.messageId === null) return false;
  const message = await post.render(app, guild, delivery.content, delivery.id);
  try {
    const body = postBody(message, { roleId: null });
    return (await app.outbox.edit(delivery.channelId, delivery.messageId, body)) === 'done';
  } catch (error) {
    if (!(error instanceof OutboxError) && !isRefused(error)) throw error;
    return false;
  }
}
