import type { Meter } from '../../meter.ts';

const DAY = 24 * 60 * 60_000;
/** More than this need no exact number. */
const MOST = 10_000;

/** Counts the answers of the last day that failed, without a cost for those that did not. */
export interface Failures {
  readonly meter: Meter;
  /** How many there were in the last day; at most 10,000. */
  count(): number;
  /** Since when they are counted: for a day, or since the start if that is less ago. Epoch ms. */
  since(): number;
}

/** @param now the time, in epoch ms */
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
