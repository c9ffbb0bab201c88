import { setTimeout as sleep } from 'node:timers/promises';
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
 * two have met, the whole function runs again, so it does nothing but read and write by `trx`. Within a transaction it is
 * a part of that.
 * @returns what `work` returned when it was written
 * @throws what `work` throws; nothing is written then
 */
export async function write<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(work);
    } catch (error) {
      if (tries === TRIES || !hasMet(error)) throw error;
    }
    await sleep(Math.random() * PAUSE * 2 ** (tries - 1));
  }
}

/** Reads by several queries what stood at one instant, without keeping anybody from writing. */
export function readAtOnce<T>(db: Db, read: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return read(db);
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

function hasMet(error: unknown): boolean {
  return error instanceof Error && 'code' in error && MET.has(error.code);
}
