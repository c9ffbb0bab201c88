import type { Used } from './load.ts';
import type { Did } from './processor.ts';
import { type Away, isApart, type Span } from './verdict.ts';

/** Something that happened, at a time as `performance.now` counts. */
export interface Step {
  readonly what: string;
  readonly at: number;
}

/** A process of the run. */
export interface Watched {
  readonly what: 'bot' | 'proxy' | 'Discord';
  /** The shard of a bot. The others serve all shards. */
  readonly shard: number | null;
  readonly did: (span: Span) => Did | null;
}

const SLOWEST = 10;

/**
 * Says of the slowest answers during the posts what had just happened, and what the processes did meanwhile. Those for which
 * something was away are left out, as in the verdict.
 */
export function tellSlowest({
  used,
  busy,
  away,
  steps,
  watched,
}: {
  readonly used: readonly Used[];
  readonly busy: Span;
  readonly away: readonly Away[];
  readonly steps: readonly Step[];
  readonly watched: readonly Watched[];
}): void {
  const slowest = used
    .flatMap((one) => (one.taken === null || isApart(one, away) ? [] : [{ ...one, taken: one.taken }]))
    .filter(({ at }) => at >= busy.from && at < busy.until)
    .toSorted((a, b) => b.taken - a.taken)
    .slice(0, SLOWEST);
  const lines = slowest.map(({ what, shard, at, taken }) => {
    const span = { from: at, until: at + taken };
    const before = steps.findLast((step) => step.at < at);
    const meanwhile = steps.filter((step) => step.at >= at && step.at < span.until).map((step) => step.what);
    const since =
      before === undefined ? '' : `${((at - before.at) / 1000).toFixed(1)} s after "${before.what}"`;
    const did = watched
      .filter((one) => one.shard === null || one.shard === shard)
      .flatMap((one) => {
        const told = one.did(span);
        return told === null ? [] : [`${one.what} ${told.worked.toFixed(0)} + ${told.waited.toFixed(0)}`];
      });
    return `  ${((at - busy.from) / 1000).toFixed(1).padStart(5)} s  shard ${shard}  ${`/${what}`.padEnd(6)}  ${taken.toFixed(0).padStart(5)} ms  ${did.join(', ')}; ${[since, ...meanwhile].join(', ')}`;
  });
  console.log(`
The slowest answers during the posts while nothing was away. Behind each process: the milliseconds in which its main thread
worked meanwhile + in which it waited for a processor.
${lines.join('\n')}`);
}
