import { setImmediate as turn } from 'node:timers/promises';

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
