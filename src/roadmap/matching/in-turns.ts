import { setImmediate as turn } from 'node:timers/promises';

/** Runs what yields every few milliseconds to its end, and lets everything else have its turn in between. */
export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn();
  }
}
