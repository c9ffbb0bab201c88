import { type Delivery, giveUp, markSent } from '../store/schedule/deliveries.ts';
import { guildOf } from '../store/members/guilds.ts';
import { postsOf } from '../store/schedule/posts.ts';
import { decideSettle } from './decide.ts';
import { type Office, type Outcome, report } from './scheduler.ts';
import { OutboxError } from '../discord/outbox.ts';
import { CLOCKS_DIFFER } from './send-once.ts';
import { failed, send } from './send.ts';

/** Finds out what became of a delivery that was claimed and not marked, and brings it to its end. `now`: epoch ms. */
export async function settle(office: Office, delivery: Delivery, now: number): Promise<Outcome> {
  const { app, posts } = office;
  const post = posts.find(({ kind }) => kind === delivery.kind);
  const guild = await guildOf(app.db, delivery.guildId);
  if (post === undefined || guild === null || !app.outbox.available(delivery.guildId)) return 'nothing';

  const stored = await postsOf(app.db, delivery.guildId);
  const paused = stored.some(({ kind, pause }) => kind === delivery.kind && pause !== null);
  const decision = decideSettle({ ...delivery, paused }, post.window, now);
  if (decision.first === 'resend') return send(office, { delivery, post, guild }, now);

  let messageId: string | null;
  try {
    messageId = await app.outbox.find(delivery.channelId, delivery.id, delivery.claimedAt - CLOCKS_DIFFER);
  } catch (error) {
    return lookFailed(office, delivery, error, now);
  }
  if (messageId !== null) {
    await markSent(app.db, delivery.id, messageId, now);
    return report(office, delivery, 'found');
  }
  if (decision.absent === 'resend') return send(office, { delivery, post, guild }, now);
  await giveUp(app.db, delivery.id, 'skipped');
  return report(office, delivery, 'skipped');
}

/** A channel that may be written to but not read is no reason to pause; but what cannot be looked for is not sent twice. */
async function lookFailed(office: Office, delivery: Delivery, error: unknown, now: number): Promise<Outcome> {
  if (!(error instanceof OutboxError) || error.reason !== 'forbidden')
    return failed(office, delivery, error, now);
  await giveUp(office.app.db, delivery.id, 'failed');
  return report(office, delivery, 'failed', error);
}
