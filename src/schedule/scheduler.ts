import type { App } from '../app.ts';
import type { Batch } from '../store/batch.ts';
import type { DeliveryKind } from '../study/post-kinds.ts';
import type { Turn } from './sending-pace.ts';
import type { ScheduledPost } from './scheduled-post.ts';

/** What a tick works with. */
export interface Scheduler {
  readonly app: Pick<
    App,
    | 'db'
    | 'importHosts'
    | 'library'
    | 'log'
    | 'meter'
    | 'now'
    | 'outbox'
    | 'pictures'
    | 'restored'
    | 'share'
    | 'events'
    | 'roles'
    | 'rooms'
    | 'wordsFor'
  >;
  readonly posts: readonly ScheduledPost[];
  readonly jobs: readonly Job[];
  /** Is awaited before each piece of due work that asks Discord for something, a post or any other. */
  readonly turn: Turn;
  /** Writes what becomes of posts, several in one transaction. */
  readonly batch: Batch;
  /**
   * Does something between this tick and the next one, after so many milliseconds, if the program still runs then. Work
   * with a key that waits already is not added. A tick has to do what was missed.
   */
  later(key: string, milliseconds: number, work: () => Promise<void>): void;
}

/**
 * Due work that is no post of a guild, such as a reminder to a member; one file in `jobs/`. A job finds what is due
 * by an indexed query, claims each piece in the store before doing it (see `sendOnce`), and leaves it while the guild
 * is unavailable. An error of a job is logged, and affects neither posts nor other jobs.
 */
export interface Job {
  /** For the log. */
  readonly name: string;
  /**
   * `guilds`: it asks the store for its share of the work. `no-guild`: its work belongs to no guild, so that of several
   * processes only the one with shard 0 does it.
   */
  readonly of: 'guilds' | 'no-guild';
  /**
   * Does what is due.
   * @param now epoch milliseconds
   * @param signal after an abort nothing further begins, but work that has begun is finished
   */
  run(scheduler: Scheduler, now: number, signal?: AbortSignal): Promise<void>;
}

/** What became of one piece of work in a tick. */
export type Outcome =
  | 'sent'
  /** Sent late. */
  | 'caught-up'
  /** It was found in the channel, because it had been sent before. */
  | 'found'
  | 'skipped'
  | 'failed'
  /** Discord cannot do it now, and a later tick tries again. */
  | 'postponed'
  /** Nothing was left to do. */
  | 'nothing';

/** Logs what became of a post. Only ids and reasons are logged, never what members wrote. */
export function report(
  { app: { log, meter, now } }: Pick<Scheduler, 'app'>,
  subject: {
    readonly guildId: string;
    readonly kind: DeliveryKind;
    readonly date: string;
    /** Epoch ms. */
    readonly dueAt: number;
  },
  outcome: Outcome,
  error?: unknown,
): Outcome {
  const { guildId, kind, date, dueAt } = subject;
  meter.posted(kind, outcome, now() - dueAt);
  const fields = { guildId, kind, date, outcome };
  if (outcome === 'failed') log.error({ ...fields, cause: traceOf(error) }, 'a scheduled post failed');
  else if (error !== undefined)
    log.warn({ ...fields, cause: traceOf(error) }, 'a scheduled post has to wait');
  else log.info(fields, 'a scheduled post');
  return outcome;
}

/** An error and its causes as text. Other fields of an error may hold what must not be logged. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause instanceof Error
    ? `${own}\nbecause of ${error.cause.name}: ${error.cause.message}`
    : own;
}
