import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { postgresTables } from './table-reader.ts';

/** Several processes may have the database open. */
export const postgresEngine = {
  tableReader: postgresTables,
  sharesTransactions: false,
  readNow: (): null => null,
  /**
   * Deleted data stays in the server's files until the server vacuums them, which it does by itself.
   * `docs/privacy.md` says so.
   */
  forgetDeleted: (_db: Db): Promise<void> => Promise.resolve(),
  /** The lock belongs to its connection, and ends with it, however that happens. `work` uses other connections. */
  alone: <T>(db: Db, name: string, work: () => Promise<T>): Promise<T> =>
    db.connection().execute(async (own) => {
      const lock = numberOf(name);
      // The lock is tried again and again, because a query that waits would exceed the time limit of queries.
      while (!(await isTaken(own, lock))) await sleep(PAUSE);
      try {
        return await work();
      } finally {
        await sql`SELECT pg_advisory_unlock(${lock})`.execute(own);
      }
    }),
  /**
   * Without this, they meet each other again and again. It comes before anything else, because unlike any query, a lock of
   * a table is waited for before the transaction takes its view of the data. This kind of lock keeps nobody else from
   * reading or writing the table, which is one that is hardly ever used. It ends with the transaction.
   */
  async queueUp(trx: Db): Promise<void> {
    await sql`LOCK TABLE identifying IN SHARE UPDATE EXCLUSIVE MODE`.execute(trx);
  },
};

/** In milliseconds. */
const PAUSE = 100;

async function isTaken(db: Db, lock: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`SELECT pg_try_advisory_lock(${lock}) AS taken`.execute(db);
  return rows[0]?.taken === true;
}

/** Locks of PostgreSQL are numbers of 64 bits. */
function numberOf(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE().toString();
}
