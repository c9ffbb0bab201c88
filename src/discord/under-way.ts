import { makeGap } from '../roadmap/in-turns.ts';

/** The work that events have begun. Nobody else awaits it. */
export interface UnderWay {
  /** Adds work until it has ended. The work must not fail: whoever begins it reports its errors. */
  add(work: Promise<void>): void;
  /**
   * Begins such work and adds it. What comes at the same time begins one after the other, so that much of it does not
   * keep everything else waiting.
   */
  begin(work: () => Promise<void>): void;
  /** Resolves when no work is left, including work that began in the meantime. */
  finished(): Promise<void>;
}

/** Makes an empty list of work. */
export function makeUnderWay(): UnderWay {
  const all = new Set<Promise<void>>();
  const gap = makeGap();
  const add = (work: Promise<void>): void => {
    const counted = work.finally(() => all.delete(counted));
    all.add(counted);
  };
  return {
    add,
    begin: (work) => add(gap().then(work)),
    async finished() {
      while (all.size > 0) await Promise.all(all);
    },
  };
}
