const MINUTE = 60_000;

/**
 * A post that is later than this is a catch-up. A tick comes once a minute, and a busy tick may take a minute itself.
 */
const PUNCTUAL = 3 * MINUTE;

/**
 * How long after the first sending the same nonce surely gives the same message. Discord says "the past few
 * minutes"; two of them leave room for a tick that is still busy.
 */
const NONCE_HONOURED = 2 * MINUTE;

export type RunDecision = 'wait' | 'send' | 'catch-up' | 'skip';

/**
 * What to do about a run of which nothing was begun.
 * @param dueAt epoch milliseconds, as `now`
 * @param window how late the post may still come, in milliseconds
 */
export function decideRun(dueAt: number, window: number, now: number): RunDecision {
  if (now < dueAt) return 'wait';
  if (now > dueAt + window) return 'skip';
  return now - dueAt <= PUNCTUAL ? 'send' : 'catch-up';
}

export interface Unsettled {
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** When the first sending may have begun; epoch milliseconds. */
  readonly claimedAt: number;
  /** Whether the post has been paused since. */
  readonly paused: boolean;
}

/** The first thing to do. If it is to look, also what to do if the message is not in the channel. */
export type SettleDecision =
  | { readonly first: 'resend' }
  | { readonly first: 'look'; readonly absent: 'resend' | 'skip' };

/**
 * How to settle a delivery that was claimed, if it is unknown whether its message was sent. While Discord honours the
 * nonce, a second sending gives the same message. Later, only the channel can tell.
 * @param window how late the post may still come, in milliseconds
 */
export function decideSettle(
  { dueAt, claimedAt, paused }: Unsettled,
  window: number,
  now: number,
): SettleDecision {
  if (paused || now > dueAt + window) return { first: 'look', absent: 'skip' };
  return isNonceHonoured(claimedAt, now) ? { first: 'resend' } : { first: 'look', absent: 'resend' };
}

/**
 * Whether a second sending with the same nonce surely gives the first message again.
 * @param claimedAt when the first sending may have begun; epoch milliseconds, as `now`
 */
export function isNonceHonoured(claimedAt: number, now: number): boolean {
  // A clock that was set back does not say how long ago the claim was.
  const age = now - claimedAt;
  return age >= 0 && age <= NONCE_HONOURED;
}
