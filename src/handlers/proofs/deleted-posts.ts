import { Events } from 'discord.js';
import type { App } from '../../app.ts';
import { loggable } from '../../discord/discord-error.ts';
import type { UnderWay } from '../../discord/under-way.ts';
import { withdrawPosted } from '../../store/proofs/shares.ts';

/**
 * When a post of shared work is deleted, the work is withdrawn there. It is then no longer found or shown until its
 * author shares it again.
 */
export function followDeletions({ client, db, log, now }: App, underWay: UnderWay): void {
  const withdraw = (where: Parameters<typeof withdrawPosted>[1]): void => {
    const done = withdrawPosted(db, where, now()).catch((error: unknown) =>
      log.error(loggable(error), 'a deleted post could not be followed'),
    );
    underWay.add(done);
  };
  client.on(Events.MessageDelete, ({ id }) => withdraw({ messageIds: [id] }));
  client.on(Events.MessageBulkDelete, (messages) => withdraw({ messageIds: [...messages.keys()] }));
  client.on(Events.ChannelDelete, ({ id }) => withdraw({ channelId: id }));
}
