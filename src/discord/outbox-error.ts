import { z } from 'zod';
import { isForbidden, isGone, isOpeningTooFast, isRefused, isWithoutAccess } from './discord-error.ts';

/** Why a message could not be sent or found. */
export type OutboxProblem =
  /** The channel no longer exists. */
  | 'gone'
  /** The bot may not write (or read) there. */
  | 'forbidden'
  /** The bot does not see the channel. For direct messages this may pass by itself: discord/discord-api-docs#7666. */
  | 'no-access'
  /** The bot opened private conversations too fast. Discord allows no more for a while. */
  | 'too-fast'
  /** Too much was written there since, so nobody can tell whether the message was sent. */
  | 'lost-sight'
  /** Discord did not answer, or answered that it cannot now. Nobody knows whether the message was sent. */
  | 'unavailable';

export class OutboxError extends Error {
  readonly reason: OutboxProblem;

  constructor(reason: OutboxProblem, options?: ErrorOptions) {
    super(`The message was not sent: ${reason}.`, options);
    this.name = 'OutboxError';
    this.reason = reason;
  }
}

/**
 * Turns Discord's errors into an `OutboxError`, if they are about the channel or the connection. Other errors are
 * mistakes in the program, and pass through.
 */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutboxError) throw error;
    if (isGone(error)) throw new OutboxError('gone', { cause: error });
    if (isWithoutAccess(error)) throw new OutboxError('no-access', { cause: error });
    if (isForbidden(error)) throw new OutboxError('forbidden', { cause: error });
    if (isOpeningTooFast(error)) throw new OutboxError('too-fast', { cause: error });
    if (error instanceof z.ZodError || isRefused(error)) throw error;
    throw new OutboxError('unavailable', { cause: error });
  }
}
