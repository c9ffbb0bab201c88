import { MINUTE } from '../time/units.ts';

/**
 * A post that is later than this is a catch-up. Ticks are a minute apart, and a busy tick may take a minute itself.
 */
const PUNCTUAL = 3 * MINUTE;

/**
 * How long after the first sending Discord surely still honours the nonce. It says "the past few minutes"; with two
 * of them, a busy tick has time to finish.
 */
const NONCE_HONOURED = 2 * MINUTE;

export type RunDecision = 'wait' | 'send' | 'catch-up' | 'skip';

/**
 * Decides about a run of which no delivery exists yet.
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
  /** Whether the post was paused after the claim. */
  readonly paused: boolean;
}

/** The first thing to do. If it is to look into the channel, `absent` says what to do if the message is not there. */
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
  // A claim that lies ahead of the clock was made before the clock was set back, so its age is unknown.
  const age = now - claimedAt;
  return age >= 0 && age <= NONCE_HONOURED;
}
