import type { PostKind } from '../store/schema.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How late a post may still come, in milliseconds. Yesterday's topic helps nobody; last week's summary still does. */
const WINDOW: Readonly<Record<PostKind, number>> = { daily: 6 * HOUR, weekly: 24 * HOUR };

/** Later than this is called a catch-up. A beat comes once a minute, and a busy one may take a minute itself. */
const PUNCTUAL = 3 * MINUTE;

/**
 * How long after the first sending the same nonce surely gives the same message. Discord says "the past few
 * minutes"; two of them leave room for a beat that is still busy.
 */
const NONCE_HONOURED = 2 * MINUTE;

/** Until when a run may still be sent; epoch milliseconds. */
export function lastChance(kind: PostKind, dueAt: number): number {
  return dueAt + WINDOW[kind];
}

export type RunDecision = 'wait' | 'send' | 'catch-up' | 'skip';

/** What to do about a run of which nothing was begun. Times in epoch milliseconds. */
export function decideRun(kind: PostKind, dueAt: number, now: number): RunDecision {
  if (now < dueAt) return 'wait';
  if (now > lastChance(kind, dueAt)) return 'skip';
  return now - dueAt <= PUNCTUAL ? 'send' : 'catch-up';
}

export interface Unsettled {
  readonly kind: PostKind;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** When the first sending may have begun; epoch milliseconds. */
  readonly claimedAt: number;
  /** Whether the post has been paused since. */
  readonly paused: boolean;
}

/** `first` is what to do at once, `absent` what to do if the message is then not in the channel. */
export type SettleDecision =
  | { readonly first: 'resend' }
  | { readonly first: 'look'; readonly absent: 'resend' | 'skip' };

/**
 * How to settle a delivery that was claimed, of which nobody knows whether its message was sent. While Discord
 * honours the nonce a second sending gives the same message; later only the channel can tell.
 */
export function decideSettle({ kind, dueAt, claimedAt, paused }: Unsettled, now: number): SettleDecision {
  if (paused || now > lastChance(kind, dueAt)) return { first: 'look', absent: 'skip' };
  // A clock that was set back tells nothing about how long ago the claim was.
  const age = now - claimedAt;
  return age >= 0 && age <= NONCE_HONOURED ? { first: 'resend' } : { first: 'look', absent: 'resend' };
}
