import type { Share } from '../store/share.ts';

/**
 * How many pieces of due work begin in a second, of all processes together. Discord allows a bot 50 requests a second,
 * without the answers to commands. With 44, all posts of a minute are out in 1.14 times as long as Discord needs at least.
 */
const A_SECOND = 44;
/**
 * How many of the places that requests have (`PLACES` in `src/discord/global-limit.ts`) due work takes at most. A place is
 * taken for a second and as long as Discord needs to answer, so if that is long, fewer begin in a second. The other
 * three are for what members cause beside answers, such as a new thread. They would wait behind the posts otherwise.
 */
const OF_PLACES = 46;
/** The share of its usual speed that is left at least, however long Discord needs. */
const LEAST = 0.25;
/**
 * How many pieces may follow each other at once after a delay. On a busy machine timers end late, and a delay of more than three
 * pieces' time is lost for all that come later. With them, no second has more than 48.
 */
const AT_ONCE = 4;
/**
 * How often background work is written in a second, and how often at once after a pause. A few posts wait for nothing; of many,
 * a transaction has some ten.
 */
const [WRITES_A_SECOND, WRITES_AT_ONCE] = [5, 6];

/** Resolves when the next piece of work may begin; rejects when the signal is aborted before that. */
export type Turn = (signal?: AbortSignal) => Promise<void>;

/** What a pace depends on. Times are in milliseconds. */
export interface Clock {
  readonly now: () => number;
  /** Rejects when the signal is aborted. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;
}

/**
 * The time from one piece to the next in a process, in ms. Each process takes the part that belongs to its shards.
 * @param underWay how many requests of the process Discord has not answered. If r begin in a second, and as many are under way
 * as begin while one is answered, both together are the places that are taken. So r is what those under way leave
 */
export function spacingOf({ shards, count }: Share, underWay = 0): number {
  const part = shards.length / count;
  const left = Math.max(OF_PLACES * part - underWay, A_SECOND * part * LEAST);
  return 1000 / Math.min(A_SECOND * part, left);
}

/**
 * Lets the due work of a process, all of it together, begin in the order of asking and evenly spread.
 * @param underWay how many requests of due work Discord has not answered
 */
export function makePace(share: Share, clock: Clock, underWay: () => number): Turn {
  const atOnce = Math.max(1, (AT_ONCE * share.shards.length) / share.count);
  return paced(() => spacingOf(share, underWay()), atOnce, clock);
}

/** The pace at which background work is written. */
export function makeWritePace(clock: Clock): Turn {
  return paced(() => 1000 / WRITES_A_SECOND, WRITES_AT_ONCE, clock);
}

/**
 * The generic cell rate algorithm (ITU-T I.371) with one exception: who waits asks again afterwards, because a timetable
 * made in advance would let everything begin at once after a long delay.
 * @param spacingNow in milliseconds
 * @param atOnce how many may begin at once after a pause
 */
function paced(spacingNow: () => number, atOnce: number, { now, wait }: Clock): Turn {
  /** When the next piece would begin if all were on time. */
  let next = -Infinity;
  let last: Promise<void> = Promise.resolve();
  const begin = async (signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    const spacing = spacingNow();
    const slack = (atOnce - 1) * spacing;
    // If it lies much further ahead than it can, the clock was set back. A timer may end a millisecond early.
    if (next > now() + slack + 2 * spacing) next = now() + spacing;
    const early = next - slack - now();
    if (early > 0) await wait(early, signal);
    next = Math.max(next, now()) + spacing;
  };
  return (signal) => {
    const turn = last.then(() => begin(signal));
    // The next one has its turn, whatever became of this one.
    last = turn.catch(() => undefined);
    return turn;
  };
}
