import { setImmediate } from 'node:timers/promises';

/** Lets everything else in the process have its turn. Work on thousands of topics waits for it every few milliseconds. */
export function turn(): Promise<void> {
  return setImmediate();
}

/**
 * Lets pieces of work begin one after the other, each in a turn of its own, so that many that come together keep nothing
 * else waiting. One that comes alone begins at once.
 */
export function makeGap(): () => Promise<void> {
  let free = Promise.resolve();
  return () => {
    const begin = free;
    free = begin.then(turn);
    return begin;
  };
}

/**
 * Runs a generator to its end. Whenever it yields after a few milliseconds, everything else in the process gets a turn.
 */
export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn();
  }
}

/** Runs a generator to its end in one go. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
