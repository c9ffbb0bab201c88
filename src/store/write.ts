import { setTimeout as sleep } from 'node:timers/promises';
import { turn } from '../roadmap/in-turns.ts';
import { engineOf } from './engine.ts';
import { gather, type Gathered, whileMoreCome } from './gather.ts';
import { isAway, wasNeverSent } from './postgres/faults.ts';
import type { Db } from './schema.ts';

/**
 * PostgreSQL's codes for two transactions that met: their result would not be the same one after the other, they
 * waited for each other, or both wrote the same key. On SQLite, transactions wait for each other.
 */
const MET: ReadonlySet<unknown> = new Set(['40001', '40P01', '23505']);
const TRIES = 8;
/** The longest pause before the second try, in milliseconds. It doubles with each further try. */
const PAUSE = 10;

/**
 * The only way to write more than one statement. All of it is written or nothing, as if nobody else wrote at the same
 * time. If it met another write, or the connection was lost before the end, the whole function runs again, so it must
 * only read and write by `trx`. Within a transaction it becomes a part of that.
 *
 * On SQLite the whole process waits for the disk at the end of each transaction. So writes that come at the same time
 * share one: one after the other, and none is reported as written before that end. If one of them fails, each runs
 * again in a transaction of its own.
 * @returns what `work` returned when it was written
 * @throws what `work` throws; nothing is written then. If the connection is lost while the end is sent, nobody
 * knows whether it was written. The store says so later when it is asked for the effect of the interaction (`wasHandled`)
 */
export function write<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  return engineOf(db).sharesTransactions
    ? sharedIn(db)(work)
    : transact(db, work, (attempt) => inTurn(db, attempt));
}

/** How the writes in each open database share their transactions. */
const shared = new WeakMap<Db, Gathered>();

function sharedIn(db: Db): Gathered {
  const known = shared.get(db);
  if (known !== undefined) return known;
  const gathered = gather(
    (work) => transact(db, work),
    (waiting) => whileMoreCome(waiting, turn),
  );
  shared.set(db, gathered);
  return gathered;
}

/** Runs a transaction of its own, again and again if it meets others. */
function transact<T>(
  db: Db,
  work: (trx: Db) => Promise<T>,
  begin: (attempt: () => Promise<T>) => Promise<T> = (attempt) => attempt(),
): Promise<T> {
  let isCommitting = false;
  const attempt = (isFirst: boolean): Promise<T> => {
    isCommitting = false;
    const transaction = db.transaction().setIsolationLevel('serializable');
    return transaction.execute(async (trx) => {
      if (!isFirst) await engineOf(trx).queueUp(trx);
      const result = await work(trx);
      isCommitting = true;
      return result;
    });
  };
  return repeatedly(
    (tries) => begin(() => attempt(tries === 1)),
    (error) => hasMet(error) || wasNeverSent(error) || (isAway(error) && !isCommitting),
  );
}

/** What the next write in each open database waits for. */
const last = new WeakMap<Db, Promise<unknown>>();
/** How long a write keeps the next one waiting, in milliseconds. It may hang because its server does. */
const WAIT = 1000;

/**
 * Lets the writes of this process come one after the other, because on PostgreSQL two at the same time often meet, and
 * one of them is then done again. They are right without that as well, so one that takes long is passed. Only one holds
 * a connection, however many wait, so those who read find one.
 */
function inTurn<T>(db: Db, attempt: () => Promise<T>): Promise<T> {
  const before = last.get(db);
  const running = (async () => {
    await before;
    return attempt();
  })();
  last.set(db, endOf(running, before));
  return running;
}

/** Resolves when a write has ended, or has taken long since it could begin. */
async function endOf(running: Promise<unknown>, before: Promise<unknown> | undefined): Promise<void> {
  await before;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, WAIT).unref();
  const ended = (): void => {
    clearTimeout(timer);
    resolve();
  };
  running.then(ended, ended);
  return promise;
}

/** Reads with several queries the state of one instant, without keeping anybody from writing. */
export function readAtOnce<T>(db: Db, read: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return read(db);
  const transaction = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return repeatedly(() => transaction.execute(read), isAway);
}

async function repeatedly<T>(
  attempt: (tries: number) => Promise<T>,
  mayRepeat: (error: unknown) => boolean,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(tries);
    } catch (error) {
      if (tries === TRIES || !mayRepeat(error)) throw error;
    }
    await sleep(Math.random() * PAUSE * 2 ** (tries - 1));
  }
}

function hasMet(error: unknown): boolean {
  return error instanceof Error && 'code' in error && MET.has(error.code);
}
