import { gather, type Gathered } from './gather.ts';
import type { Db } from './schema.ts';
import { write } from './write.ts';

/** Writes something together with what others write at that time. Resolves when all of it is written. */
export type Batch = Gathered;

/**
 * Collects what background work has to write, and writes it in few transactions. The end of each one waits for the disk, and
 * on SQLite the whole process waits with it. A piece may run twice, as in `write`.
 * @param turn is awaited before each transaction. What comes meanwhile is a part of it
 */
export function makeBatch(db: Db, turn: () => Promise<unknown>): Batch {
  return gather(
    (work) => write(db, work),
    () => turn(),
  );
}
