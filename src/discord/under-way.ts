/** The work that events have begun, and that nobody awaits where it was begun. */
export interface UnderWay {
  /** Counts it in until it has ended. It must not fail: the code that begins it reports its own errors. */
  add(work: Promise<void>): void;
  /** Resolves when nothing is left, of what began meanwhile either. */
  finished(): Promise<void>;
}

export function makeUnderWay(): UnderWay {
  const all = new Set<Promise<void>>();
  return {
    add(work) {
      const counted = work.finally(() => all.delete(counted));
      all.add(counted);
    },
    async finished() {
      while (all.size > 0) await Promise.all(all);
    },
  };
}
