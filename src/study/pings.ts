/**
 * Everything that may notify a member, in the order of the panel *What may ping me*. Whoever sends a message that notifies
 * somebody names its kind, so that nothing can ping without standing here.
 */
export const PINGS = [
  'reminders',
  'memos',
  'sessions',
  'ends',
  'answers',
  'readings',
  'buddies',
  'helping',
  'plans',
] as const;
export type Ping = (typeof PINGS)[number];

/** The people whom a message notifies, and why. They allow it: `pinged` in `store/members/pings.ts` asks them. */
export interface Pinged {
  readonly ping: Ping;
  readonly userIds: readonly string[];
}
