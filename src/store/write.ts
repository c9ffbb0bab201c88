import { setTimeout as sleep } from 'node:timers/promises';
import { isAway } from './postgres/faults.ts';
import type { Db } from './schema.ts';

/**
 * What PostgreSQL answers to one of two transactions that met: they would not have come out as if one had waited for the
 * other, each waited for the other, or both have written the same key. On SQLite they wait by themselves.
 */
const MET: ReadonlySet<unknown> = new Set(['40001', '40P01', '23505']);
const TRIES = 8;
/** Milliseconds that a second try waits at most; each further one up to twice as long. */
const PAUSE = 10;

/**
 * The one way to write more than one statement: all of it or nothing, and as if nobody else wrote at the same time. Where
 * two have met, or the connection was lost before it came to the end, the whole function runs again, so it does nothing
 * but read and write by `trx`. Within a transaction it is a part of that.
 * @returns what `work` returned when it was written
 * @throws what `work` throws; nothing is written then. Where the connection is lost at the very end, nobody knows whether
 * it was written: the store says so when it is asked for the effect of the interaction (`wasHandled`)
 */
export async function write<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  for (let tries = 1; ; tries += 1) {
    let isCommitting = false;
    try {
      return await db
        .transaction()
        .setIsolationLevel('serializable')
        .execute(async (trx) => {
          const result = await work(trx);
          isCommitting = true;
          return result;
        });
    } catch (error) {
      const mayRunAgain = hasMet(error) || (isAway(error) && !isCommitting);
      if (tries === TRIES || !mayRunAgain) throw error;
    }
    await sleep(Math.random() * PAUSE * 2 ** (tries - 1));
  }
}

/** Reads by several queries what stood at one instant, without keeping anybody from writing. */
export async function readAtOnce<T>(db: Db, read: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return read(db);
  for (let tries = 1; ; tries += 1) {
    try {
      return await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(read);
    } catch (error) {
      if (tries === TRIES || !isAway(error)) throw error;
    }
  }
}

function hasMet(error: unknown): boolean {
  return error instanceof Error && 'code' in error && MET.has(error.code);
}
