import type { App } from '../app.ts';
import type { DeliveryKind } from '../study/post-kinds.ts';
import type { ScheduledPost } from './scheduled-post.ts';

/** What a tick works with. */
export interface Scheduler {
  readonly app: Pick<
    App,
    'db' | 'importHosts' | 'library' | 'log' | 'now' | 'outbox' | 'pictures' | 'wordsFor'
  >;
  readonly posts: readonly ScheduledPost[];
  readonly jobs: readonly Job[];
  /** Waits; rejects when the signal is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<unknown>;
}

/**
 * Due work that is no post of a guild, such as reminding one member: one file in `jobs/`. It asks the store, by an
 * indexed query, what is due; it claims each piece there before it does it (see `sendOnce`), and lets it be while the
 * guild is not available. What it throws is logged, and touches neither posts nor other jobs.
 */
export interface Job {
  /** For the log. */
  readonly name: string;
  /**
   * Does what is due.
   * @param now epoch milliseconds
   * @param signal once aborted nothing further is begun; what was begun is finished
   */
  run(scheduler: Scheduler, now: number, signal?: AbortSignal): Promise<void>;
}

/** What became of one job of a tick. */
export type Outcome =
  | 'sent'
  /** Sent late. */
  | 'caught-up'
  /** Found in the channel: it had been sent before. */
  | 'found'
  | 'skipped'
  | 'failed'
  /** Discord cannot now; a later tick tries again. */
  | 'postponed'
  /** There was nothing left to do. */
  | 'nothing';

/** Says in the log what became of a post; ids and reasons only, never what members wrote. */
export function report(
  { app: { log } }: Pick<Scheduler, 'app'>,
  subject: { readonly guildId: string; readonly kind: DeliveryKind; readonly date: string },
  outcome: Outcome,
  error?: unknown,
): Outcome {
  const { guildId, kind, date } = subject;
  const fields = { guildId, kind, date, outcome };
  if (outcome === 'failed') log.error({ ...fields, cause: traceOf(error) }, 'a scheduled post failed');
  else if (error !== undefined)
    log.warn({ ...fields, cause: traceOf(error) }, 'a scheduled post has to wait');
  else log.info(fields, 'a scheduled post');
  return outcome;
}

/** The error as text, with what caused it: its other fields may hold what must not be logged. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause instanceof Error
    ? `${own}\nbecause of ${error.cause.name}: ${error.cause.message}`
    : own;
}
