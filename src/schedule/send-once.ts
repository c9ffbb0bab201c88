import { isNonceHonoured } from './decide.ts';
import type { App } from '../app.ts';
import { isRefused } from '../discord/discord-error.ts';
import { OutboxError, type OutboxProblem } from '../discord/outbox.ts';
import { traceOf } from './scheduler.ts';

/** How far before the claim to look for the message: Discord's clock and ours need not agree. */
export const CLOCKS_DIFFER = 10 * 60_000;

/** A message that the store was told of before it is sent. */
export interface Claimed {
  /** Up to 25 characters; a custom id in the message ends with `:<id>`, so that it can be found again. */
  readonly id: string;
  readonly channelId: string;
  /** When a sending may first have begun; epoch milliseconds. */
  readonly claimedAt: number;
}

/**
 * `sent` also if it may stand in a channel whose history the bot may not read: what cannot be looked for is not sent twice. At
 * `unavailable` nobody knows, and a later tick asks again with the same claim. The others say that it was not sent; `refused`: Discord
 * does not take it as it stands, so that another try would be of no use.
 */
export type Sent = 'sent' | 'refused' | Exclude<OutboxProblem, 'lost-sight'>;

/**
 * Sends a message that comes once, however often it is asked for: with its id as the nonce while Discord honours that,
 * and later only if it is not in the channel.
 * @param message a body for Discord's "create message"
 * @param now epoch milliseconds
 */
export async function sendOnce(
  { outbox, log }: Pick<App, 'outbox' | 'log'>,
  { id, channelId, claimedAt }: Claimed,
  message: unknown,
  now: number,
): Promise<Sent> {
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
    // What may stand there already is not said a second time.
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
