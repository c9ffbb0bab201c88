import { OutboxError } from '../discord/outbox.ts';
import { type Scheduler, traceOf } from './scheduler.ts';
import { spacingOf } from './spread.ts';

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
  for (const [place, piece] of pieces.entries()) {
    if (place > 0) await scheduler.wait(spacingOf(app.share), signal);
    if (signal?.aborted === true) return;
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
