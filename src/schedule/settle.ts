import { type Delivery, giveUp, markSent } from '../store/schedule/deliveries.ts';
import { guildOf } from '../store/members/guilds.ts';
import { postsOf } from '../store/schedule/posts.ts';
import { decideSettle } from './decide.ts';
import { type Scheduler, type Outcome, report } from './scheduler.ts';
import { OutboxError } from '../discord/outbox-error.ts';
import { CLOCKS_DIFFER } from './send-once.ts';
import { following } from './following.ts';
import { failed, send } from './send.ts';
import { welcome } from './welcome.ts';

/** Finds out what became of a delivery that was claimed and not marked, and completes it. `now`: epoch ms. */
export async function settle(scheduler: Scheduler, delivery: Delivery, now: number): Promise<Outcome> {
  const { app, posts, batch } = scheduler;
  const post = [welcome, following, ...posts].find(({ kind }) => kind === delivery.kind);
  const guild = await guildOf(app.db, delivery.guildId);
  if (post === undefined || guild === null || !app.outbox.available(delivery.guildId)) return 'nothing';

  const stored = await postsOf(app.db, delivery.guildId);
  const paused = stored.some(({ kind, pause }) => kind === delivery.kind && pause !== null);
  const decision = decideSettle({ ...delivery, paused }, post.window, now);
  if (decision.first === 'resend') return send(scheduler, { delivery, post, guild }, now);

  let messageId: string | null;
  try {
    await scheduler.turn();
    messageId = await app.outbox.find(delivery.channelId, delivery.id, delivery.claimedAt - CLOCKS_DIFFER);
  } catch (error) {
    return lookFailed(scheduler, delivery, error, now);
  }
  if (messageId !== null) {
    const found = messageId;
    await batch((trx) => markSent(trx, delivery.id, found, now));
    return report(scheduler, delivery, 'found');
  }
  if (decision.absent === 'resend') return send(scheduler, { delivery, post, guild }, now);
  await giveUp(app.db, delivery.id, 'skipped');
  return report(scheduler, delivery, 'skipped');
}

/**
 * Handles a failed look into the channel. If the bot may write there but not read, or too much was written since, the
 * post is not paused. But it is not sent again either, because it may already be there.
 */
async function lookFailed(
  scheduler: Scheduler,
  delivery: Delivery,
  error: unknown,
  now: number,
): Promise<Outcome> {
  if (!(error instanceof OutboxError) || !['forbidden', 'no-access', 'lost-sight'].includes(error.reason))
    return failed(scheduler, delivery, error, now);
  await giveUp(scheduler.app.db, delivery.id, 'failed');
  return report(scheduler, delivery, 'failed', error);
}
