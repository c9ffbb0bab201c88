import { readFileSync } from 'node:fs';
import type { Span } from './verdict.ts';

/** How often a process is looked at, in milliseconds. */
const EVERY = 25;

/** What the main thread of a process did in a time: milliseconds in which it worked, and in which it waited for a processor. */
export interface Did {
  readonly worked: number;
  readonly waited: number;
}

/** What the main thread has done since its start, at a time as `performance.now` counts. */
interface Look extends Did {
  readonly at: number;
}

/**
 * Watches what the main thread of a process does, until the process ends. Linux alone tells it; elsewhere nothing is known.
 * @returns tells what it did within a time; null if it did not run then
 */
export function watchProcessor(pid: number): (span: Span) => Did | null {
  const looks: Look[] = [];
  const look = (): void => {
    try {
      // Documentation/scheduler/sched-stats.rst: nanoseconds on a processor, and those of waiting for one.
      const [worked, waited] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
      looks.push({ at: performance.now(), worked: Number(worked) / 1e6, waited: Number(waited) / 1e6 });
    } catch {
      clearInterval(timer);
    }
  };
  const timer = setInterval(look, EVERY).unref();
  look();
  return ({ from, until }) => {
    const first = looks.findLast(({ at }) => at <= from);
    const last = looks.find(({ at }) => at >= until);
    if (first === undefined || last === undefined) return null;
    return { worked: last.worked - first.worked, waited: last.waited - first.waited };
  };
}
