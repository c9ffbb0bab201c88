import { isNonceHonoured } from './decide.ts';
import type { App } from '../app.ts';
import { firstClaim } from '../store/restored.ts';
import { isRefused } from '../discord/discord-error.ts';
import { OutboxError, type OutboxProblem } from '../discord/outbox-error.ts';
import { traceOf } from './scheduler.ts';
import { MINUTE } from '../time/units.ts';

/** How far before the claim to look for the message, because Discord's clock may differ from ours. */
export const CLOCKS_DIFFER = 10 * MINUTE;

/** A message that was recorded in the store before its sending. */
export interface Claimed {
  /** Up to 25 characters. A custom id in the message ends with `:<id>`, so that the message can be found again. */
  readonly id: string;
  readonly channelId: string;
  /** When the first sending may have begun; epoch milliseconds. */
  readonly claimedAt: number;
}

/**
 * The result of a sending. `sent`: it was sent, or it may be in a channel whose history the bot cannot read, so that
 * sending it again might repeat it. `unavailable`: nobody knows, and a later tick tries again with the same claim.
 * All others mean that it was not sent; after `refused` the same message would be refused again.
 */
export type Sent = 'sent' | 'refused' | Exclude<OutboxProblem, 'lost-sight'>;

/**
 * Sends a message once, however often this is called for it. While Discord honours the nonce, the message's id is the
 * nonce. Later the message is sent only if it is not in the channel.
 * @param message a body for Discord's "create message"
 * @param now epoch milliseconds
 */
export async function sendOnce(
  { outbox, log, restored }: Pick<App, 'outbox' | 'log' | 'restored'>,
  { id, channelId, ...claim }: Claimed,
  message: unknown,
  now: number,
): Promise<Sent> {
  const claimedAt = firstClaim(restored, claim.claimedAt);
  try {
    const mayBeThere =
      !isNonceHonoured(claimedAt, now) && (await isOrMayBeThere(outbox, channelId, id, claimedAt));
    if (!mayBeThere) await outbox.send(channelId, message, id);
    return 'sent';
  } catch (error) {
    if (isRefused(error)) {
      log.error({ id, cause: traceOf(error) }, 'Discord does not take a message');
      return 'refused';
    }
    if (!(error instanceof OutboxError)) throw error;
    // The message may already be in the channel, so it is not sent again.
    return error.reason === 'lost-sight' ? 'sent' : error.reason;
  }
}

async function isOrMayBeThere(
  outbox: App['outbox'],
  channelId: string,
  id: string,
  claimedAt: number,
): Promise<boolean> {
  try {
    return (await outbox.find(channelId, id, claimedAt - CLOCKS_DIFFER)) !== null;
  } catch (error) {
    if (error instanceof OutboxError && ['forbidden', 'no-access'].includes(error.reason)) return true;
    throw error;
  }
}
