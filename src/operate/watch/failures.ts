import type { Meter } from '../../meter.ts';
import { DAY } from '../../time/units.ts';

/** Above this, the exact number does not matter. */
const MOST = 10_000;

/** Counts the answers of the last day that failed. It costs nothing while none fails. */
export interface Failures {
  readonly meter: Meter;
  /** How many answers failed in the last day; at most 10,000. */
  count(): number;
  /** The beginning of the counted time, in epoch ms: a day ago, or the start of the bot if that is later. */
  since(): number;
}

/** Makes a counter of failed answers. `now`: the time, in epoch ms. */
export function countFailures(now: () => number): Failures {
  const start = now();
  let failed: readonly number[] = [];
  const recent = (): readonly number[] => failed.filter((at) => at > now() - DAY);
  return {
    meter: {
      asked: () => (_what, outcome) => {
        if (outcome === 'failed' || outcome === 'undelivered') failed = [...recent(), now()].slice(-MOST);
      },
      posted: () => undefined,
    },
    count: () => recent().length,
    since: () => Math.max(start, now() - DAY),
  };
}
