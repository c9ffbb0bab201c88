import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StoreError } from '../store-error.ts';

/** The order for the thread. */
export interface Order {
  /** The path of the database. */
  readonly from: string;
  /** The path of the copy until it is complete and checked. */
  readonly part: string;
  readonly to: string;
  /** The time that is written into the copy, epoch ms; null leaves it as it is. */
  readonly takenAt: number | null;
}

export type Report =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly code: string; readonly message: string };

/**
 * Copies a database to another file with SQLite's own backup, in steps, while others go on writing to the database. A
 * thread does it, because the last step waits for the disk, and the check reads the whole copy. The file appears only
 * when it is complete and checked.
 * @param takenAt when; epoch ms. It is written into the copy; null leaves the copy as it is
 * @param signal ends the copy without finishing
 * @throws StoreError with a sentence for the operator
 */
export async function takeSnapshot(
  from: string,
  to: string,
  takenAt: number | null,
  signal?: AbortSignal,
): Promise<void> {
  const order: Order = { from, to, part: `${to}.${randomUUID().slice(0, 8)}.part`, takenAt };
  // The thread needs nothing from the environment, so it has no token.
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
