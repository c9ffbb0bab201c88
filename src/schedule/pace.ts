import type { Share } from '../store/share.ts';

/**
 * How many pieces of due work begin in a second, of all processes together. Discord allows a bot 50 requests a second,
 * without the answers to commands. With 44, all posts of a minute are out in 1.14 times as long as Discord needs at least,
 * and what members cause beside answers, such as a new thread, has room (`A_SECOND` in `src/discord/global-limit.ts`).
 */
const A_SECOND = 44;
/**
 * How many pieces may follow each other at once after a delay, so that a busy moment does not slow down all that comes.
 * With them, no second has more than 46, and it may take a little longer or shorter from there to Discord.
 */
const AT_ONCE = 2;
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

/** The time from one piece to the next in a process, in ms. Each process takes the part that belongs to its shards. */
export function spacingOf({ shards, count }: Share): number {
  return ((1000 / A_SECOND) * count) / shards.length;
}

/** Lets the due work of a process, all of it together, begin in the order of asking and evenly spread. */
export function makePace(share: Share, clock: Clock): Turn {
  return paced(spacingOf(share), Math.max(1, (AT_ONCE * share.shards.length) / share.count), clock);
}

/** The pace at which background work is written. */
export function makeWritePace(clock: Clock): Turn {
  return paced(1000 / WRITES_A_SECOND, WRITES_AT_ONCE, clock);
}

/**
 * The generic cell rate algorithm (ITU-T I.371) with one exception: who waits asks again afterwards, because a timetable
 * made in advance would let everything begin at once after a long delay.
 * @param spacing in milliseconds
 * @param atOnce how many may begin at once after a pause
 */
function paced(spacing: number, atOnce: number, { now, wait }: Clock): Turn {
  const slack = (atOnce - 1) * spacing;
  /** When the next piece would begin if all were on time. */
  let next = -Infinity;
  let last: Promise<void> = Promise.resolve();
  const begin = async (signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
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
