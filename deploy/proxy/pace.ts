import { setTimeout as sleep } from 'node:timers/promises';

/** What a pace depends on. Times are in milliseconds of any clock that only runs forwards. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/** A clock of real time. */
export const realClock = (now: () => number): Clock => ({
  now,
  sleep: (milliseconds) => sleep(milliseconds),
});

/**
 * Lets at most `most` begin within any `span` milliseconds, in the order of asking. @discordjs/rest counts in fixed
 * windows, so it can let twice as many through around the end of a window.
 */
export function makePace(most: number, span: number, clock: Clock): () => Promise<void> {
  /** When the last ones begin, in order. Some of these times are still to come. */
  const begun: number[] = [];
  return async () => {
    const now = clock.now();
    const earlier = begun.length < most ? null : (begun.shift() ?? null);
    const at = earlier === null ? now : Math.max(now, earlier + span);
    begun.push(at);
    if (at > now) await clock.sleep(at - now);
  };
}
