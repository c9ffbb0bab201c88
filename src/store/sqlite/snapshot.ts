import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StoreError } from '../store-error.ts';

/** What the thread is to do. */
export interface Order {
  /** The database. */
  readonly from: string;
  /** What the copy is called until it is whole and checked. */
  readonly part: string;
  readonly to: string;
  /** Is written into the copy, epoch ms; null leaves it as it is. */
  readonly takenAt: number | null;
}

export type Report =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly code: string; readonly message: string };

/** The end of the name of a copy that is not whole yet. */
export const UNFINISHED = '.part';

/**
 * Copies a database to a file of its own, by SQLite's own backup, in steps; whoever writes to the database meanwhile goes
 * on. It is done in a thread: the last step of a copy waits for the disk, and checking it reads all of it. The file is
 * there once it is whole and checked, or not at all.
 * @param takenAt when; epoch ms. It is written into the copy; null leaves the copy as it is
 * @param signal gives the copy up
 * @throws StoreError with a sentence for the operator
 */
export async function takeSnapshot(
  from: string,
  to: string,
  takenAt: number | null,
  signal?: AbortSignal,
): Promise<void> {
  const order: Order = { from, to, part: `${to}${UNFINISHED}`, takenAt };
  // The thread needs nothing of the environment, so it has no token.
  const worker = new Worker(join(import.meta.dirname, 'snapshot-worker.ts'), {
    workerData: order,
    env: {},
    execArgv: [],
  });
  try {
    const [report]: Report[] = await once(worker, 'message', signal === undefined ? {} : { signal });
    if (report?.isDone !== true) throw explained(from, to, report);
  } finally {
    await worker.terminate();
    await rm(order.part, { force: true });
  }
}

function explained(from: string, to: string, report: Extract<Report, { isDone: false }> | undefined) {
  const { code = '', message = 'the thread said nothing' } = report ?? {};
  if (code.startsWith('SQLITE_FULL') || message.includes('ENOSPC'))
    return new StoreError('full', `The disk of ${to} is full: no copy was made. Make room there.`);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code) || message.includes('damaged'))
    return new StoreError('damaged', `${from} is damaged or not a database: no copy was made (${message}).`);
  return new StoreError('not-writable', `${from} could not be copied to ${to} (${message}).`);
}
