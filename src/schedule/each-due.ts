import { OutboxError } from '../discord/outbox-error.ts';
import { type Scheduler, traceOf } from './scheduler.ts';

/**
 * Does the due pieces of a job's work one after the other, at the pace that belongs to this process. A piece that fails is
 * logged, and the others are done all the same. After an abort no further piece begins.
 *
 * If Discord could not be asked, nothing is logged, because a later tick tries the piece again.
 */
export async function eachDue<T>(
  scheduler: Scheduler,
  { job, pieces, signal }: Due<T>,
  work: (piece: T) => Promise<void>,
): Promise<void> {
  const { app } = scheduler;
  for (const piece of pieces) {
    if (signal?.aborted === true) return;
    await scheduler.turn(signal);
    try {
      await work(piece);
    } catch (error) {
      if (error instanceof OutboxError && error.reason === 'unavailable') continue;
      app.log.error({ job, cause: traceOf(error) }, 'a piece of due work failed');
    }
  }
}

interface Due<T> {
  /** The name of the job, for the log. */
  readonly job: string;
  readonly pieces: readonly T[];
  readonly signal: AbortSignal | undefined;
}
